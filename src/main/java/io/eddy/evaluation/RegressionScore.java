package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The errors of one predictor, in the label's own units. */
final class RegressionScore {
    private long rows;
    private double absolute;
    private double squared;

    void add(double predicted, double actual) {
        double error = predicted - actual;
        rows++;
        absolute += Math.abs(error);
        squared += error * error;
    }

    /** {@code mae}, {@code rmse}, and {@code r2} against the labels' own spread, a sum of squares over the same rows. */
    Figures.Builder figures(double labelSquares) {
        return new Figures.Builder()
                .put("mae", absolute / rows)
                .put("rmse", Math.sqrt(squared / rows))
                .put("r2", 1 - squared / labelSquares);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(rows);
        out.writeDouble(absolute);
        out.writeDouble(squared);
    }

    void read(DataInput in) throws IOException {
        rows = in.readLong();
        absolute = in.readDouble();
        squared = in.readDouble();
    }
}
