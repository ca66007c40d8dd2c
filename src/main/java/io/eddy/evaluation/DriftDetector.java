package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Watches the losses of a stream, and says when their mean has changed. What is no number is passed over. */
public sealed interface DriftDetector permits Adwin, PageHinkley {
    /** Takes in the next loss; true if a change was detected at this one. */
    boolean add(double loss);

    /** Whether the last detected change was for the worse; false before the first. */
    boolean isUpward();

    /** The mean of the losses that the detector takes for alike, those since about the last change; NaN before the first. */
    double mean();

    /** Forgets all losses. */
    void reset();

    void write(DataOutput out) throws IOException;

    /** Reads what {@link #write} wrote into a detector with the same parameters; it goes on exactly as that one would. */
    void read(DataInput in) throws IOException;
}
