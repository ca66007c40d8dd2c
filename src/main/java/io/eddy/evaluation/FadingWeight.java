package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The weight of the next row where older ones fade (Gama, Sebastião and Rodrigues, On Evaluating Stream Learning Algorithms,
 * 2013). Instead of making every sum smaller at each row it makes the row's weight larger, which is the same in proportion;
 * 1 for ever where {@link #fade} is not called.
 */
final class FadingWeight {
    /** A power of two, so that rescaling rounds nothing. */
    static final double RESCALE = 0x1p-200;

    private double value = 1;

    double value() {
        return value;
    }

    /** Lets the rows so far fade by {@link Figures#FADING}; true if all sums have to be multiplied by RESCALE now. */
    boolean fade() {
        value /= Figures.FADING;
        if (value * RESCALE < 1) {
            return false;
        }
        value *= RESCALE;
        return true;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(value);
    }

    void read(DataInput in) throws IOException {
        value = in.readDouble();
    }
}
