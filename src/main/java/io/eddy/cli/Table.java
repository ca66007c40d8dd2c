package io.eddy.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as text. */
final class Table {
    private Table() {}

    /** {@code accuracy 0.9412, kappa 0.9118}. */
    static String figures(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + " " + number(figure.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Four digits that matter. */
    static String number(double value) {
        return Math.abs(value) < 10
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    /** The same, or a dash where there is none. */
    static String numberOrDash(double value) {
        return Double.isNaN(value) ? "-" : number(value);
    }

    /**
     * Cells under those of other lines.
     *
     * @param widths as printf has them: the negative ones to the left
     */
    static String line(List<Integer> widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            line.append("  ").append(String.format("%" + widths.get(c) + "s", cells.get(c)));
        }
        return line.toString().stripTrailing();
    }
}
