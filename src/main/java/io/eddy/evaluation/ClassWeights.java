package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Balanced weights of classes (King and Zeng, Logistic Regression in Rare Events Data, 2001, in the form that scikit-learn
 * calls balanced): {@code n / (k n_c)} for a class that had n_c of n labels so far, k classes among them. Every class weighs
 * the same in sum, and all labels so far weigh 1 on average. A weight is {@value #LARGEST} at most, so that the first samples
 * of a rare class don't upset what was learned.
 */
public final class ClassWeights {
    /** The largest weight. */
    public static final double LARGEST = 20;

    private long labels;
    private int seen;
    private long[] counts = {}; // [class]

    /** Counts a label; the classes are numbers from 0, new ones at any time. */
    public void add(int labelClass) {
        if (labelClass >= counts.length) {
            counts = Arrays.copyOf(counts, labelClass + 1);
        }
        if (counts[labelClass]++ == 0) {
            seen++;
        }
        labels++;
    }

    /** The weight of a sample of the class. One that was never counted weighs as much as if it were counted once. */
    public double weight(int labelClass) {
        boolean known = labelClass < counts.length && counts[labelClass] > 0;
        double n = known ? labels : labels + 1;
        double k = known ? seen : seen + 1;
        double own = known ? counts[labelClass] : 1;
        return Math.min(LARGEST, n / (k * own));
    }

    /** Writes the number of classes, then their counts. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(counts.length);
        for (long count : counts) {
            out.writeLong(count);
        }
    }

    /** Reads what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        labels = 0;
        seen = 0;
        counts = new long[in.readInt()];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = in.readLong();
            labels += counts[c];
            seen += counts[c] > 0 ? 1 : 0;
        }
    }
}
