package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The errors of one predictor, in the label's own units. A row counts by its weight; only their proportions matter. */
final class RegressionScore {
    private double rows;
    private double absolute;
    private double squared;

    void add(double error, double weight) {
        rows += weight;
        absolute += weight * Math.abs(error);
        squared += weight * (error * error);
    }

    /** Multiplies all weights so far. */
    void scale(double factor) {
        rows *= factor;
        absolute *= factor;
        squared *= factor;
    }

    double rows() {
        return rows;
    }

    double meanSquare() {
        return squared / rows;
    }

    /** {@code mae}, {@code rmse}, and {@code r2} against the labels' own spread, a sum of squares over the same rows. */
    Figures.Builder figures(double labelSquares) {
        return new Figures.Builder()
                .put("mae", absolute / rows)
                .put("rmse", Math.sqrt(squared / rows))
                .put("r2", 1 - squared / labelSquares);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(rows);
        out.writeDouble(absolute);
        out.writeDouble(squared);
    }

    void read(DataInput in, int version) throws IOException {
        rows = version == 1 ? (double) in.readLong() : in.readDouble();
        absolute = in.readDouble();
        squared = in.readDouble();
    }
}
