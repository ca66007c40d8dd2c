package io.eddy.bench;

import java.util.List;

/** A figure that was measured several times. */
record Spread(double least, double median, double most) {
    static Spread of(List<Double> measured) {
        double[] sorted =
                measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        return new Spread(sorted[0], (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[n - 1]);
    }

    /** The median, and how far the others were from it. */
    String text() {
        return Table.number(median) + " (" + Table.number(least) + "-" + Table.number(most) + ")";
    }
}
