package io.eddy.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Mean, deviation and range of the numbers seen so far, in one pass (Welford 1962). */
public final class RunningStatistics {
    /** Standardised values beyond this say nothing more than that they are extreme. */
    private static final double STANDARD_LIMIT = 6;
    // squares of it, summed over any stream, stay finite
    private static final double VALUE_LIMIT = 1e140;
    private static final int WARM_UP = 30;
    private static final double STRAY = 10;

    private long count;
    private double mean;
    private double squares; // sum of (x - mean)^2
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Takes one number in. */
    public void add(double value) {
        double x = withinReason(value);
        count++;
        double before = x - mean;
        mean += before / count;
        squares += before * (x - mean);
        min = Math.min(min, x);
        max = Math.max(max, x);
    }

    /** One stray value must not widen the scale for ever; a real shift widens it step by step. */
    private double withinReason(double value) {
        double reach = count < WARM_UP ? VALUE_LIMIT : STRAY * deviation();
        double center = count < WARM_UP ? 0 : mean;
        double near = reach == 0 ? value : Math.min(center + reach, Math.max(center - reach, value));
        return Math.min(VALUE_LIMIT, Math.max(-VALUE_LIMIT, near));
    }

    public double mean() {
        return mean;
    }

    /** The deviation of the numbers seen (not of a population that they were drawn from); 0 before the second. */
    public double deviation() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    /** {@code (x - mean) / deviation}, at most {@value #STANDARD_LIMIT} away from 0; 0 where there is no deviation yet. */
    public double standardise(double x) {
        double deviation = deviation();
        if (deviation == 0) {
            return 0;
        }
        double z = (x - mean) / deviation;
        return Math.min(STANDARD_LIMIT, Math.max(-STANDARD_LIMIT, z));
    }

    /** Writes count, mean, sum of squares, min, max. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeDouble(mean);
        out.writeDouble(squares);
        out.writeDouble(min);
        out.writeDouble(max);
    }

    /** Reads what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        count = in.readLong();
        mean = in.readDouble();
        squares = in.readDouble();
        min = in.readDouble();
        max = in.readDouble();
    }
}
