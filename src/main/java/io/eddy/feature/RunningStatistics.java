package io.eddy.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Mean, deviation and range of the numbers seen so far, in one pass (Welford 1962). Numbers with a heavy tail, such as
 * prices or bytes, are taken by their logarithm, if that is allowed: the first {@value #WARM_UP} decide, once for all.
 */
public final class RunningStatistics {
    /** Standardised values beyond this say nothing more than that they are extreme. */
    private static final double STANDARD_LIMIT = 6;
    // squares of it, summed over any stream, stay finite
    private static final double VALUE_LIMIT = 1e140;
    private static final int WARM_UP = 30;
    private static final double STRAY = 10;
    // of the largest to the median and the 1 where the logarithm begins to bend; counts and normal, uniform and
    // exponential numbers stay below
    private static final double HEAVY = 20;

    private final boolean mayBeLogarithmic;
    private boolean logarithmic;
    private double[] early = new double[WARM_UP]; // the first values; null when there were so many
    private long count;
    private double mean;
    private double squares; // sum of (x - mean)^2
    private double deviation; // what they come to
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Of numbers as they are. */
    public RunningStatistics() {
        this(false);
    }

    RunningStatistics(boolean mayBeLogarithmic) {
        this.mayBeLogarithmic = mayBeLogarithmic;
    }

    /** Takes one number in. */
    public void add(double value) {
        double x = onScale(within(-VALUE_LIMIT, VALUE_LIMIT, value));
        if (early != null) {
            early[(int) count] = x;
            count++;
            if (count == early.length && mayBeLogarithmic && isHeavy(early)) {
                logarithmic = true;
                Arrays.setAll(early, i -> onScale(early[i]));
            }
            summarise(early, (int) count);
            early = count < early.length ? early : null;
            return;
        }
        // one stray value must not widen the scale for ever; a real shift widens it step by step
        double spread = deviation() > 0 ? deviation() : Math.max(1, Math.abs(mean));
        take(within(mean - STRAY * spread, mean + STRAY * spread, x));
    }

    private static boolean isHeavy(double[] values) {
        double[] sorted = Arrays.copyOf(values, values.length);
        Arrays.sort(sorted);
        double median = sorted[(sorted.length - 1) / 2];
        return sorted[0] >= 0 && median > 0 && sorted[sorted.length - 1] > HEAVY * (1 + median);
    }

    private double onScale(double x) {
        return logarithmic ? Math.copySign(StrictMath.log1p(Math.abs(x)), x) : x;
    }

    /** The first few are kept, since what is stray among them shows only beside the others. */
    private void summarise(double[] values, int n) {
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        double median = sorted[(n - 1) / 2];
        double[] distances = Arrays.stream(sorted)
                .map(x -> Math.abs(x - median))
                .filter(d -> d > 0)
                .sorted()
                .toArray();
        double reach = distances.length == 0 ? 0 : STRAY * distances[(distances.length - 1) / 2];
        count = 0;
        mean = 0;
        squares = 0;
        deviation = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            take(within(median - reach, median + reach, values[i]));
        }
    }

    private void take(double x) {
        count++;
        double before = x - mean;
        mean += before / count;
        squares += before * (x - mean);
        deviation = Math.sqrt(squares / count);
        min = x < min ? x : min;
        max = x > max ? x : max;
    }

    /** By comparisons, which are mostly foreseen: {@code Math.min} and {@code Math.max} make each number wait for zeros' signs. */
    private static double within(double least, double most, double x) {
        return x < least ? least : x > most ? most : x;
    }

    public double mean() {
        return mean;
    }

    /** The deviation of the numbers seen (not of a population that they were drawn from); 0 before the second. */
    public double deviation() {
        return deviation;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    /** {@code (x - mean) / deviation} on the scale of the numbers seen, at most {@value #STANDARD_LIMIT} away from 0; 0 where there is no deviation yet. */
    public double standardise(double x) {
        double deviation = deviation();
        if (deviation == 0) {
            return 0;
        }
        double z = (onScale(x) - mean) / deviation;
        return within(-STANDARD_LIMIT, STANDARD_LIMIT, z);
    }

    /** Writes the scale, count, mean, sum of squares, min, max, and the first values while they are kept. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(logarithmic);
        out.writeLong(count);
        out.writeDouble(mean);
        out.writeDouble(squares);
        out.writeDouble(min);
        out.writeDouble(max);
        out.writeBoolean(early != null);
        for (int i = 0; early != null && i < count; i++) {
            out.writeDouble(early[i]);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param version of the format; the first did not keep the first values, and knew one scale
     */
    public void read(DataInput in, int version) throws IOException {
        logarithmic = version > 1 && in.readBoolean();
        count = in.readLong();
        mean = in.readDouble();
        squares = in.readDouble();
        deviation = count == 0 ? 0 : Math.sqrt(squares / count);
        min = in.readDouble();
        max = in.readDouble();
        early = version > 1 && in.readBoolean() ? new double[WARM_UP] : null;
        for (int i = 0; early != null && i < count; i++) {
            early[i] = in.readDouble();
        }
    }
}
