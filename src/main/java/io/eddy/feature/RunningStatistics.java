package io.eddy.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Mean and deviation of the numbers seen lately, and the range of all. The first {@value #WARM_UP} decide, once for all, what is special of
 * them: whether they have a heavy tail, such as prices or bytes, and are taken by their logarithm, if that is allowed; and
 * whether most are one and the same, such as the amount of what rarely happens, so that the others are looked at apart.
 */
public final class RunningStatistics {
    /** Standardised inputs beyond this say nothing more than that they are extreme. */
    private static final double STANDARD_LIMIT = 6;
    // squares of it, summed over any stream, stay finite
    private static final double VALUE_LIMIT = 1e140;
    private static final int WARM_UP = 30;
    private static final double STRAY = 10;
    // of the largest to the median and the 1 where the logarithm begins to bend; counts and normal, uniform and
    // exponential numbers stay below
    private static final double HEAVY = 20;
    private static final double MEMORY = 100_000; // numbers: what came before them fades
    private static final double FADING = 1 - 1 / MEMORY;
    private static final double AFTER_STRAY = 0.99; // what came before a stray one counts for so much from then on
    private static final double GONE = 10; // times as many others in a row as its share lets expect: no longer usual
    // of others' distance from the usual value, so that twice that is within an input's limit
    private static final double RAREST = 1.0 / 3;
    private static final int FIRST_VERSION_WITH_SCALE = 2;
    private static final int FIRST_VERSION_WITH_USUAL = 8;

    private final boolean mayBeLogarithmic;
    private boolean logarithmic;
    private double usual = Double.NaN; // what more than half of the first numbers were
    private double usualWeight; // how often it came lately
    private double othersWeight;
    private long othersInRow; // since it came last
    private final Moments others = new Moments(); // of their own last numbers, however long ago these came
    private double[] early = new double[WARM_UP]; // the first others; null when there were so many
    private int earlyCount;
    private double mean; // of the usual value and the others
    private double deviation;
    private double reach; // around the others' mean; what is beyond is stray

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
        boolean isUsual = x == usual;
        double kept = usualWeight + othersWeight < MEMORY ? 1 : FADING;
        usualWeight = usualWeight * kept + (isUsual ? 1 : 0);
        othersWeight = othersWeight * kept + (isUsual ? 0 : 1);
        othersInRow = isUsual ? 0 : othersInRow + 1;
        if (othersInRow * usualWeight > GONE * (usualWeight + othersWeight)) {
            usualWeight *= AFTER_STRAY;
        }
        if (!isUsual && early != null) {
            warmUp(x);
        } else if (!isUsual) {
            addOther(x);
        }
        combine();
    }

    /** One stray value must not widen the scale; many in a row soon do, since what came before them counts for less. */
    private void addOther(double x) {
        double taken = within(others.mean() - reach, others.mean() + reach, x);
        if (taken != x) {
            others.scale(AFTER_STRAY);
        }
        if (others.count() >= MEMORY) {
            others.scale(FADING);
        }
        others.add(taken);
    }

    private void warmUp(double x) {
        early[earlyCount++] = x;
        if (earlyCount == WARM_UP && !hasUsual()) {
            setApart(median(early, earlyCount));
        }
        boolean complete = earlyCount == WARM_UP;
        if (complete && mayBeLogarithmic && isHeavy(early)) {
            logarithmic = true;
            Arrays.setAll(early, i -> onScale(early[i]));
            usual = onScale(usual);
        }
        summarise();
        early = complete ? null : early;
    }

    /** Of the first numbers those of one value, if they are more than half. */
    private void setApart(double value) {
        double[] rest = Arrays.stream(early).filter(x -> x != value).toArray();
        if (rest.length < WARM_UP / 2) {
            usual = value;
            usualWeight = WARM_UP - rest.length;
            othersWeight = rest.length;
            othersInRow = 0;
            System.arraycopy(rest, 0, early, 0, rest.length);
            earlyCount = rest.length;
        }
    }

    private boolean hasUsual() {
        return !Double.isNaN(usual);
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
    private void summarise() {
        others.clear();
        if (earlyCount == 0) {
            return;
        }
        double centre = hasUsual() ? usual : median(early, earlyCount);
        double[] distances = Arrays.stream(early, 0, earlyCount)
                .map(x -> Math.abs(x - centre))
                .filter(d -> d > 0)
                .toArray();
        double most = distances.length == 0 ? 0 : STRAY * median(distances, distances.length);
        for (int i = 0; i < earlyCount; i++) {
            others.add(within(centre - most, centre + most, early[i]));
        }
    }

    private static double median(double[] values, int n) {
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        return sorted[(n - 1) / 2];
    }

    /** By the usual value and the others, as if they had come mixed (Chan, Golub, LeVeque 1979). */
    private void combine() {
        double variance = others.variance();
        double own = Math.sqrt(variance);
        reach = STRAY * (own > 0 ? own : Math.max(1, Math.abs(others.mean())));
        if (!hasUsual()) {
            mean = others.mean();
            deviation = own;
        } else if (othersWeight == 0) {
            mean = usual;
            deviation = 0;
        } else {
            double all = usualWeight + othersWeight;
            double away = others.mean() - usual;
            mean = usual + away * othersWeight / all;
            double ofAll = (variance * othersWeight + away * away * othersWeight * usualWeight / all) / all;
            double least = RAREST * RAREST * (variance + away * away) * usualWeight / all;
            deviation = Math.sqrt(Math.max(ofAll, least));
        }
    }

    /** By comparisons, which are mostly foreseen: {@code Math.min} and {@code Math.max} make each number wait for zeros' signs. */
    private static double within(double least, double most, double x) {
        return x < least ? least : x > most ? most : x;
    }

    public double mean() {
        return mean;
    }

    /**
     * The deviation of the numbers seen (not of a population that they were drawn from); 0 before the second. Where nearly all
     * are one value, about a third of the others' root mean square distance from it at least: what is rare would be far
     * beyond all limits.
     */
    public double deviation() {
        return deviation;
    }

    public double min() {
        return hasUsual() ? Math.min(usual, others.min()) : others.min();
    }

    public double max() {
        return hasUsual() ? Math.max(usual, others.max()) : others.max();
    }

    /** {@code (x - mean) / deviation} on the scale of the numbers seen, at most {@value #STANDARD_LIMIT} away from 0; 0 where there is no deviation yet. */
    public double standardise(double x) {
        return standardise(x, STANDARD_LIMIT);
    }

    /** The same of what is to be answered, whose size matters: at most {@value #STRAY} away from 0, beyond which numbers are stray. */
    public double target(double x) {
        return standardise(x, STRAY);
    }

    private double standardise(double x, double limit) {
        return deviation == 0 ? 0 : within(-limit, limit, (onScale(x) - mean) / deviation);
    }

    /** Writes the scale, the usual value and how often it came, the others, and the first of them while they are kept. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(logarithmic);
        out.writeDouble(usual);
        out.writeDouble(usualWeight);
        out.writeDouble(othersWeight);
        out.writeLong(othersInRow);
        others.write(out);
        out.writeByte(early == null ? -1 : earlyCount);
        for (int i = 0; early != null && i < earlyCount; i++) {
            out.writeDouble(early[i]);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param version of the format; the first did not keep the first values, and knew one scale
     */
    public void read(DataInput in, int version) throws IOException {
        logarithmic = version >= FIRST_VERSION_WITH_SCALE && in.readBoolean();
        if (version >= FIRST_VERSION_WITH_USUAL) {
            usual = in.readDouble();
            usualWeight = in.readDouble();
            othersWeight = in.readDouble();
            othersInRow = in.readLong();
        }
        others.read(in, version);
        if (others.count() > MEMORY) { // earlier versions forgot nothing
            others.scale(MEMORY / others.count());
        }
        earlyCount = version >= FIRST_VERSION_WITH_USUAL ? in.readByte() : readEarlyCount(in, version);
        early = earlyCount < 0 ? null : new double[WARM_UP];
        for (int i = 0; i < earlyCount; i++) {
            early[i] = in.readDouble();
        }
        combine();
    }

    private int readEarlyCount(DataInput in, int version) throws IOException {
        boolean isKept = version >= FIRST_VERSION_WITH_SCALE && in.readBoolean();
        return isKept ? (int) others.count() : -1;
    }
}
