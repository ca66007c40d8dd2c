package io.eddy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The learning curves of one file in a picture.
 *
 * @param marks after how many rows a drift was found
 */
record PlotPanel(String title, List<Curve.Point> points, List<Long> marks) {
    static final int WIDTH = 960;
    static final int HEIGHT = 400;

    private static final int LEFT = 80;
    private static final int RIGHT = WIDTH - 30;
    private static final int TOP = 74;
    private static final int BOTTOM = HEIGHT - 52;

    /** Before a fiftieth of the rows has come the figures jump, and would take the scale for themselves. */
    private static final int SETTLED = 50;

    private static final String MARK = "stroke=\"#6b21a8\" stroke-width=\"1.2\" stroke-dasharray=\"2 3\"";

    // distinct for the colour-blind, too: Okabe and Ito's
    private static final String[] BASELINES = {"#d55e00", "#777777", "#009e73", "#cc79a7"};

    static PlotPanel of(BacktestResult result) {
        return new PlotPanel(
                result.name(), result.curve().even(), result.curve().drifts());
    }

    private record Line(String name, String style, ToDoubleFunction<Curve.Point> value) {}

    /** Names beside a piece of their line, from left to right. */
    private static final class Legend {
        private final StringBuilder svg;
        private double x = LEFT;

        Legend(StringBuilder svg) {
            this.svg = svg;
        }

        void add(String name, String style) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.0f\" y1=\"52\" x2=\"%.0f\" y2=\"52\" %s/><text x=\"%.0f\" y=\"56\">%s</text>%n",
                    x,
                    x + 28,
                    style,
                    x + 34,
                    Plot.escaped(name)));
            x += 34 + 6.5 * name.length() + 16;
        }
    }

    /** The panel as a part of a picture. */
    void draw(String id, StringBuilder svg) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"28\" font-size=\"17\" font-weight=\"bold\">%s</text>%n",
                LEFT,
                Plot.escaped(title)));
        List<Line> lines = lines();
        PlotAxis x = PlotAxis.upTo((double) last(), LEFT, RIGHT);
        PlotAxis y = yAxis(lines);
        axes(x, y, svg);
        Legend legend = new Legend(svg);
        lines.forEach(line -> legend.add(line.name(), line.style()));
        svg.append(String.format(
                "<clipPath id=\"%s\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>%n",
                id, LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP));
        for (int i = lines.size() - 1; i >= 0; i--) {
            polyline(lines.get(i), x, y, id, svg);
        }
        if (!marks.isEmpty()) {
            legend.add("drift found", MARK);
        }
        for (long mark : marks) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"drift\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" %s/>%n",
                    x.pixel((double) mark),
                    TOP,
                    x.pixel((double) mark),
                    BOTTOM,
                    MARK));
        }
    }

    private boolean isRegression() {
        return !points.isEmpty()
                && Series.isRegression(points.get(points.size() - 1).figures());
    }

    private long last() {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).rows();
    }

    private List<Line> lines() {
        String metric = isRegression() ? "rmse" : "accuracy";
        List<Line> lines = new ArrayList<>();
        lines.add(line("eddy, last 1,000", "stroke=\"#0072b2\" stroke-width=\"2.2\"", Series.RECENT, metric));
        lines.add(line("eddy, fading", "stroke=\"#56b4e9\" stroke-width=\"1.6\"", Series.FADING, metric));
        lines.add(line(
                "eddy, all rows",
                "stroke=\"#0072b2\" stroke-width=\"1.6\" stroke-dasharray=\"6 4\"",
                Series.ALL,
                metric));
        if (!points.isEmpty()) {
            List<Series> baselines =
                    Series.baselines(points.get(points.size() - 1).figures());
            for (int b = 0; b < baselines.size(); b++) {
                String style = "stroke=\"" + BASELINES[b % BASELINES.length]
                        + "\" stroke-width=\"1.6\" stroke-dasharray=\"6 4\"";
                lines.add(line(baselines.get(b).name() + ", all rows", style, baselines.get(b), metric));
            }
        }
        return lines;
    }

    private static Line line(String name, String style, Series series, String metric) {
        return new Line(name, style, point -> series.value(point.figures(), metric));
    }

    private PlotAxis yAxis(List<Line> lines) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Curve.Point point : points) {
            for (Line line : lines) {
                double value = line.value().applyAsDouble(point);
                if (!Double.isNaN(value) && point.rows() * SETTLED >= last()) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        if (most < least) {
            return PlotAxis.around(0, 1, BOTTOM, TOP);
        }
        return PlotAxis.around(isRegression() ? 0 : least, most, BOTTOM, TOP);
    }

    private void axes(PlotAxis x, PlotAxis y, StringBuilder svg) {
        for (double tick : y.ticks()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT,
                    y.pixel(tick),
                    RIGHT,
                    y.pixel(tick),
                    LEFT - 8,
                    y.pixel(tick) + 4.5,
                    y.label(tick)));
        }
        for (double tick : x.ticks()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#333333\"/>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x.pixel(tick),
                    BOTTOM,
                    x.pixel(tick),
                    BOTTOM + 5,
                    x.pixel(tick),
                    BOTTOM + 20,
                    x.label(tick)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#333333\"/>"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">rows</text>"
                        + "<text transform=\"translate(20 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                LEFT,
                TOP,
                BOTTOM,
                RIGHT,
                (LEFT + RIGHT) / 2,
                BOTTOM + 42,
                (TOP + BOTTOM) / 2,
                isRegression() ? "RMSE, in the label's units" : "accuracy"));
    }

    private void polyline(Line line, PlotAxis x, PlotAxis y, String clip, StringBuilder svg) {
        svg.append("<polyline fill=\"none\" clip-path=\"url(#").append(clip).append(")\" ");
        svg.append(line.style()).append(" points=\"");
        for (Curve.Point point : points) {
            double value = line.value().applyAsDouble(point);
            if (!Double.isNaN(value)) {
                svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.pixel((double) point.rows()), y.pixel(value)));
            }
        }
        svg.append("\"/>").append(System.lineSeparator());
    }
}
