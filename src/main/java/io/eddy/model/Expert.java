package io.eddy.model;

import io.eddy.feature.Inputs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One of a pool's candidates. */
interface Expert {
    /** Writes the probabilities of the classes, or the value, into {@code answer}; changes nothing. */
    void answer(Inputs x, float[] answer);

    void grow(int inputs, int fanIn, int outputs);

    /** Learns from a sample, right after {@link #answer} of it. */
    void learn(Inputs x, float label, float weight);

    Training training();

    /** As a model's. */
    double gradientNorm();

    void write(DataOutput out) throws IOException;

    void read(DataInput in, int version) throws IOException;
}
