package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last {@value #SIZE} rows of a regression; measures over them are made anew each time, so no rounding gathers. */
final class RegressionWindow {
    private static final int SIZE = Figures.RECENT;
    private static final int ERRORS = 3; // of a row: the model's, no-change's, the mean's

    private final float[] errors = new float[SIZE * ERRORS];
    private final double[] labels = new double[SIZE]; // a float would lose a small spread around a large mean
    private long count;

    void add(double error, double noChangeError, double meanError, double label) {
        int row = (int) (count++ % SIZE);
        errors[row * ERRORS] = (float) error;
        errors[row * ERRORS + 1] = (float) noChangeError;
        errors[row * ERRORS + 2] = (float) meanError;
        labels[row] = label;
    }

    private int rows() {
        return (int) Math.min(count, SIZE);
    }

    RegressionMeasures measures() {
        RegressionMeasures measures = new RegressionMeasures();
        for (int row = 0; row < rows(); row++) {
            int e = row * ERRORS;
            measures.add(errors[e], errors[e + 1], errors[e + 2], labels[row]);
        }
        return measures;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(count);
        for (int e = 0; e < rows() * ERRORS; e++) {
            out.writeFloat(errors[e]);
        }
        for (int row = 0; row < rows(); row++) {
            out.writeDouble(labels[row]);
        }
    }

    void read(DataInput in) throws IOException {
        count = in.readLong();
        for (int e = 0; e < rows() * ERRORS; e++) {
            errors[e] = in.readFloat();
        }
        for (int row = 0; row < rows(); row++) {
            labels[row] = in.readDouble();
        }
    }
}
