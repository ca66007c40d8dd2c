package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How often one predictor was right, per class. A row counts by its weight; only the weights' proportions matter. Of the
 * confusion matrix its diagonal and the sums of its rows and columns are enough for all that is asked here.
 */
final class ClassificationScore {
    private double rows;
    private double[] right = {}; // [class], predicted and true
    private double[] actual = {}; // [class], true
    private double[] predicted = {}; // [class]

    /** Takes in one row; the classes are numbers from 0, new ones at any time. */
    void add(int predictedClass, int actualClass, double weight) {
        int classes = Math.max(predictedClass, actualClass) + 1;
        if (classes > actual.length) {
            right = Arrays.copyOf(right, classes);
            actual = Arrays.copyOf(actual, classes);
            predicted = Arrays.copyOf(predicted, classes);
        }
        rows += weight;
        actual[actualClass] += weight;
        predicted[predictedClass] += weight;
        if (predictedClass == actualClass) {
            right[actualClass] += weight;
        }
    }

    /** Multiplies all weights so far. */
    void scale(double factor) {
        rows *= factor;
        for (int c = 0; c < actual.length; c++) {
            right[c] *= factor;
            actual[c] *= factor;
            predicted[c] *= factor;
        }
    }

    double rows() {
        return rows;
    }

    double right() {
        double sum = 0;
        for (double r : right) {
            sum += r;
        }
        return sum;
    }

    /** Right rows of all; NaN before the first. */
    double accuracy() {
        return right() / rows;
    }

    /** Mean over the classes seen of the part of their rows that was right. */
    double balancedAccuracy() {
        double sum = 0;
        int seen = 0;
        for (int c = 0; c < actual.length; c++) {
            if (actual[c] > 0) {
                sum += right[c] / actual[c];
                seen++;
            }
        }
        return sum / seen;
    }

    /** Mean over the classes seen or predicted of F1, the harmonic mean of precision and recall. */
    double macroF1() {
        double sum = 0;
        int seen = 0;
        for (int c = 0; c < actual.length; c++) {
            if (actual[c] + predicted[c] > 0) {
                sum += 2 * right[c] / (actual[c] + predicted[c]);
                seen++;
            }
        }
        return sum / seen;
    }

    /** Cohen's kappa (1960): accuracy beyond what chance gives with the same rows and columns, 1 at most. */
    double kappa() {
        double chance = 0;
        for (int c = 0; c < actual.length; c++) {
            chance += actual[c] / rows * predicted[c] / rows;
        }
        return (accuracy() - chance) / (1 - chance);
    }

    Figures.Builder figures() {
        return new Figures.Builder()
                .put("accuracy", accuracy())
                .put("balancedAccuracy", balancedAccuracy())
                .put("kappa", kappa());
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(rows);
        out.writeInt(actual.length);
        for (int c = 0; c < actual.length; c++) {
            out.writeDouble(right[c]);
            out.writeDouble(actual[c]);
            out.writeDouble(predicted[c]);
        }
    }

    void read(DataInput in, int version) throws IOException {
        rows = count(in, version);
        int classes = in.readInt();
        right = new double[classes];
        actual = new double[classes];
        predicted = new double[classes];
        for (int c = 0; c < classes; c++) {
            right[c] = count(in, version);
            actual[c] = count(in, version);
            predicted[c] = count(in, version);
        }
    }

    private static double count(DataInput in, int version) throws IOException {
        return version == 1 ? (double) in.readLong() : in.readDouble();
    }
}
