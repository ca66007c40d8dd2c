package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** How often one predictor was right, per class. Rows and columns of the confusion matrix are enough for kappa. */
final class ClassificationScore {
    private long rows;
    private long[] right = {}; // [class], predicted and true
    private long[] actual = {}; // [class], true
    private long[] predicted = {}; // [class]

    /** Takes in one row; the classes are numbers from 0, new ones at any time. */
    void add(int predictedClass, int actualClass) {
        int classes = Math.max(predictedClass, actualClass) + 1;
        if (classes > actual.length) {
            right = Arrays.copyOf(right, classes);
            actual = Arrays.copyOf(actual, classes);
            predicted = Arrays.copyOf(predicted, classes);
        }
        rows++;
        actual[actualClass]++;
        predicted[predictedClass]++;
        if (predictedClass == actualClass) {
            right[actualClass]++;
        }
    }

    /** Right rows of all; NaN before the first. */
    double accuracy() {
        return (double) Arrays.stream(right).sum() / rows;
    }

    /** Mean over the classes seen of the part of their rows that was right. */
    double balancedAccuracy() {
        double sum = 0;
        int seen = 0;
        for (int c = 0; c < actual.length; c++) {
            if (actual[c] > 0) {
                sum += (double) right[c] / actual[c];
                seen++;
            }
        }
        return sum / seen;
    }

    /** Cohen's kappa (1960): accuracy beyond what chance gives with the same rows and columns, 1 at most. */
    double kappa() {
        double chance = 0;
        for (int c = 0; c < actual.length; c++) {
            chance += (double) actual[c] / rows * predicted[c] / rows;
        }
        return (accuracy() - chance) / (1 - chance);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(rows);
        out.writeInt(actual.length);
        for (int c = 0; c < actual.length; c++) {
            out.writeLong(right[c]);
            out.writeLong(actual[c]);
            out.writeLong(predicted[c]);
        }
    }

    void read(DataInput in) throws IOException {
        rows = in.readLong();
        int classes = in.readInt();
        right = new long[classes];
        actual = new long[classes];
        predicted = new long[classes];
        for (int c = 0; c < classes; c++) {
            right[c] = in.readLong();
            actual[c] = in.readLong();
            predicted[c] = in.readLong();
        }
    }
}
