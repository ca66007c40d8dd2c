package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The test of Page (Continuous Inspection Schemes, 1954) and Hinkley for an increase of the mean, as Mouss et al. (Test of
 * Page-Hinkley, an Approach for Fault Detection in an Agro-Alimentary Production System, 2004) run it: a sum of how far each
 * value lies above the mean of all so far; a change is where it has risen by lambda from its least. With the fading of MOA
 * and River. After a change it begins anew.
 *
 * <p>Fading has a price on long streams: the sum sinks towards {@code -delta / (1 - alpha)}, its least value does not rise with
 * it, and errors drawn at a constant rate of 0.1 give two alarms in 100,000, at 0.3 six; none of either with a delta of 0.02
 * and an alpha of 1.
 */
public final class PageHinkley implements DriftDetector {
    private final int minInstances;
    private final double delta;
    private final double lambda;
    private final double alpha;

    private long values;
    private double mean;
    private double sum;
    private double least;
    private boolean upward;

    /** With the parameters of MOA and River. */
    public PageHinkley() {
        this(30, 0.005, 50, 0.9999);
    }

    /**
     * A test that has seen nothing.
     *
     * @param minInstances values before the first change that it may detect
     * @param delta an increase of the mean that is none, in the values' units
     * @param lambda how far the sum has to rise
     * @param alpha what is left of the sum at the next value; 1 for the test without fading
     */
    public PageHinkley(int minInstances, double delta, double lambda, double alpha) {
        if (!(minInstances >= 1 && delta >= 0 && lambda > 0 && alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException(
                    "minInstances " + minInstances + ", delta " + delta + ", lambda " + lambda + ", alpha " + alpha);
        }
        this.minInstances = minInstances;
        this.delta = delta;
        this.lambda = lambda;
        this.alpha = alpha;
    }

    @Override
    public boolean add(double loss) {
        if (!Double.isFinite(loss)) {
            return false;
        }
        values++;
        mean += (loss - mean) / values;
        sum = alpha * sum + loss - mean - delta;
        least = values == 1 ? sum : Math.min(least, sum);
        if (values < minInstances || sum - least <= lambda) {
            return false;
        }
        reset();
        upward = true;
        return true;
    }

    /** True from the first change on: this test sees no other. */
    @Override
    public boolean isUpward() {
        return upward;
    }

    @Override
    public double mean() {
        return values == 0 ? Double.NaN : mean;
    }

    @Override
    public void reset() {
        values = 0;
        mean = 0;
        sum = 0;
        least = 0;
        upward = false;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(values);
        out.writeDouble(mean);
        out.writeDouble(sum);
        out.writeDouble(least);
        out.writeBoolean(upward);
    }

    @Override
    public void read(DataInput in) throws IOException {
        values = in.readLong();
        mean = in.readDouble();
        sum = in.readDouble();
        least = in.readDouble();
        upward = in.readBoolean();
    }
}
