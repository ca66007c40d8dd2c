package io.eddy.model;

import io.eddy.feature.Inputs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** What answers a sample by its inputs, and learns from its label. */
public sealed interface Model permits SingleNetwork, Pool {
    /**
     * The probabilities of the classes, or the value of a regression (standardised), and changes nothing.
     *
     * @return the same array at each call
     */
    float[] answer(Inputs x);

    /** Length of the answer. */
    int outputs();

    /**
     * Makes room for inputs and outputs.
     *
     * @param fanIn how many inputs a sample has, about
     */
    void grow(int inputs, int fanIn, int outputs);

    /**
     * Learns from a sample, right after {@link #answer} of it.
     *
     * @param label the number of a class, or a value
     * @param weight of the sample's loss
     */
    void learn(Inputs x, float label, float weight);

    /** The concept has changed: what was good so far may not be good any more. */
    void drifted();

    /** How it is being trained; sums over its networks. */
    Training training();

    /** Euclidean, of the first update after the last call, all networks together; 0 before the first. No answer depends on it. */
    double gradientNorm();

    /** How much each candidate counts at present, by name; empty where there is no choice. */
    Map<String, Double> candidates();

    /** Writes all that shapes later answers. */
    void write(DataOutput out) throws IOException;

    /**
     * Reads what {@link #write} wrote into a new model of the same settings.
     *
     * @param version of the stored format
     */
    void read(DataInput in, int version) throws IOException;
}
