package io.eddy.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Count, mean and squares of numbers, in one pass (Welford 1962), those before counting for less if wished; the range of all. */
final class Moments {
    private static final int FIRST_VERSION_WITH_WEIGHTS = 8;

    private double count; // sum of weights
    private double mean;
    private double squares; // weighted sum of (x - mean)^2
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    void add(double x) {
        count++;
        double before = x - mean;
        mean += before / count;
        squares += before * (x - mean);
        min = x < min ? x : min;
        max = x > max ? x : max;
    }

    /** All so far count for less from now on. */
    void scale(double factor) {
        count *= factor;
        squares *= factor;
    }

    void clear() {
        count = 0;
        mean = 0;
        squares = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }

    double count() {
        return count;
    }

    /** 0 before the first. */
    double mean() {
        return mean;
    }

    /** The mean of {@code (x - mean)^2}; 0 before the second. */
    double variance() {
        return count == 0 ? 0 : squares / count;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(count);
        out.writeDouble(mean);
        out.writeDouble(squares);
        out.writeDouble(min);
        out.writeDouble(max);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param version of the format; the first ones counted whole numbers
     */
    void read(DataInput in, int version) throws IOException {
        count = version < FIRST_VERSION_WITH_WEIGHTS ? (double) in.readLong() : in.readDouble();
        mean = in.readDouble();
        squares = in.readDouble();
        min = in.readDouble();
        max = in.readDouble();
    }
}
