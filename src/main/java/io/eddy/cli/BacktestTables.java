package io.eddy.cli;

import io.eddy.evaluation.Figures;
import io.eddy.learner.LearnerReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code backtest} prints for people. */
final class BacktestTables {
    private static final int WIDTH = 10;
    private static final int NAME_WIDTH = -18;

    private final PrintWriter out;
    private final boolean isInteractive;
    private boolean isHeaded;

    /**
     * Tables without a line.
     *
     * @param isInteractive whether a progress bar may stand in the line where the next one will be printed
     */
    BacktestTables(PrintWriter out, boolean isInteractive) {
        this.out = out;
        this.isInteractive = isInteractive;
    }

    /** Begins a file's table of the way there. */
    void begin(String name) {
        line(name);
        isHeaded = false;
    }

    /** One line of it. */
    void point(Curve.Point point) {
        Figures figures = point.figures();
        String headline = Series.headline(figures);
        List<Series> baselines = Series.baselines(figures);
        if (!isHeaded) {
            isHeaded = true;
            List<String> heading = new ArrayList<>(List.of("rows", headline, Series.RECENT.name()));
            baselines.forEach(baseline -> heading.add(baseline.name()));
            line(Table.line(widths(WIDTH, heading.size()), heading));
        }
        List<String> cells = new ArrayList<>();
        cells.add(String.format(Locale.ROOT, "%,d", point.rows()));
        cells.add(Table.numberOrDash(Series.ALL.value(figures, headline)));
        cells.add(Table.numberOrDash(Series.RECENT.value(figures, headline)));
        baselines.forEach(baseline -> cells.add(Table.numberOrDash(baseline.value(figures, headline))));
        line(Table.line(widths(WIDTH, cells.size()), cells));
    }

    /** All figures of a file's end, and what is known of the model. */
    void result(BacktestResult result) {
        LearnerReport report = result.report();
        line(String.format(
                Locale.ROOT,
                "%s: %,d rows in %.1f s, %s",
                result.name(),
                report.consumed(),
                result.seconds(),
                report.task()));
        figures(report.figures());
        if (report.deadLettered() > 0) {
            line("  rejected " + report.deadLetters());
        }
        line("  drifts " + report.drifts());
        listed("candidate", "weight", report.candidates());
        String fall = Series.isRegression(report.figures()) ? "rmse rises" : "accuracy falls";
        listed("shuffled field", fall, result.importance());
        line("  digest " + result.digest());
        line("");
    }

    private void figures(Figures figures) {
        List<Series> columns = new ArrayList<>(List.of(Series.ALL, Series.RECENT, Series.FADING));
        columns.addAll(Series.baselines(figures));
        List<Integer> widths = widths(NAME_WIDTH, columns.size() + 1);
        List<String> heading = new ArrayList<>(List.of(""));
        columns.forEach(column -> heading.add(column.name()));
        line(Table.line(widths, heading));
        for (String metric : figures.metrics().keySet()) {
            List<String> cells = new ArrayList<>(List.of(metric));
            columns.forEach(column -> cells.add(Table.numberOrDash(column.value(figures, metric))));
            line(Table.line(widths, cells));
        }
    }

    /** The largest first. */
    private void listed(String name, String figure, Map<String, Double> figures) {
        if (figures.isEmpty()) {
            return;
        }
        int longest = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<Integer> widths = List.of(Math.min(NAME_WIDTH, -longest), Math.max(WIDTH, figure.length()));
        line(Table.line(widths, List.of(name, figure)));
        figures.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> line(Table.line(widths, List.of(entry.getKey(), Table.number(entry.getValue())))));
    }

    /** One line for each file. */
    void summary(List<BacktestResult> results) {
        int longest = results.stream().mapToInt(r -> r.name().length()).max().orElse(0);
        List<Integer> widths = new ArrayList<>(widths(WIDTH, 8));
        widths.set(0, -longest);
        line(Table.line(
                widths,
                List.of("file", "rows", "seconds", "figure", "eddy", Series.RECENT.name(), "no-change", "other")));
        for (BacktestResult result : results) {
            Figures figures = result.report().figures();
            String headline = Series.headline(figures);
            List<String> cells = new ArrayList<>(List.of(
                    result.name(),
                    String.format(Locale.ROOT, "%,d", result.report().consumed()),
                    String.format(Locale.ROOT, "%.1f", result.seconds()),
                    headline,
                    Table.numberOrDash(Series.ALL.value(figures, headline)),
                    Table.numberOrDash(Series.RECENT.value(figures, headline))));
            Series.baselines(figures)
                    .forEach(baseline -> cells.add(Table.numberOrDash(baseline.value(figures, headline))));
            line(Table.line(widths, cells));
        }
        line("other: majority of classes, mean of numbers");
    }

    private void line(String text) {
        out.print((isInteractive ? "\r\u001B[K" : "") + text + System.lineSeparator());
        out.flush();
    }

    private static List<Integer> widths(int first, int count) {
        List<Integer> widths = new ArrayList<>();
        widths.add(first);
        while (widths.size() < count) {
            widths.add(WIDTH);
        }
        return widths;
    }
}
