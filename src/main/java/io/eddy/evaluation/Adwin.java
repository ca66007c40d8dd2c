package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * ADWIN2 (Bifet and Gavaldà, Learning from Time-Changing Data with Adaptive Windowing, 2007): a window that is as long as
 * the mean in it does not change. Wherever it can be cut into an older and a newer part whose means differ by more than
 * the variance-based bound of section 4.1, its oldest values go. Meant for losses from 0 to 1.
 *
 * <p>The values are kept as a {@link BucketHistogram}, and cuts are tried where buckets meet, at each {@value #CLOCK}nd
 * value as the authors' own implementation does.
 */
public final class Adwin implements DriftDetector {
    /** The paper's confidence in its experiments: how probable a false alarm is at one try, at most. */
    public static final double DELTA = 0.002;

    private static final int CLOCK = 32;
    private static final int SHORTEST_PART = 5; // values on either side of a cut

    private final double delta;
    private final BucketHistogram window = new BucketHistogram();
    private long added;
    private boolean upward;

    /** With {@link #DELTA}. */
    public Adwin() {
        this(DELTA);
    }

    /**
     * An empty window.
     *
     * @param delta between 0 and 1; the smaller, the fewer false alarms and the later the right ones
     */
    public Adwin(double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta " + delta + " is not between 0 and 1");
        }
        this.delta = delta;
    }

    @Override
    public boolean add(double loss) {
        if (!Double.isFinite(loss)) {
            return false;
        }
        window.add(loss);
        boolean changed = false;
        if (++added % CLOCK == 0) {
            while (cut()) {
                window.dropOldest();
                changed = true;
            }
        }
        return changed;
    }

    /** Whether some cut is one between different means; which of them is larger, the last one found says. */
    private boolean cut() {
        long n = window.count();
        double sum = window.sum();
        double logarithm = StrictMath.log(2 * StrictMath.log((double) n) / delta);
        double variance = window.variance();
        BucketHistogram.Cursor older = window.fromOldest();
        while (older.next()) {
            long n0 = older.count();
            long n1 = n - n0;
            if (n1 < SHORTEST_PART) {
                return false;
            }
            if (n0 >= SHORTEST_PART) {
                double difference = (sum - older.sum()) / n1 - older.sum() / n0;
                double reciprocal = 1.0 / n0 + 1.0 / n1; // 1/m of the paper's harmonic mean
                double bound = Math.sqrt(2 * reciprocal * variance * logarithm) + 2.0 / 3 * reciprocal * logarithm;
                if (Math.abs(difference) > bound) {
                    upward = difference > 0;
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean isUpward() {
        return upward;
    }

    @Override
    public double mean() {
        return window.sum() / window.count();
    }

    /** How many of the last values the window is over. */
    public long width() {
        return window.count();
    }

    @Override
    public void reset() {
        window.clear();
        added = 0;
        upward = false;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(added);
        out.writeBoolean(upward);
        window.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        added = in.readLong();
        upward = in.readBoolean();
        window.read(in);
    }
}
