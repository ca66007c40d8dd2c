package io.eddy.cli;

import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How the figures of a run came to be: at doubling counts of rows, for tables, and at even steps, for a picture. */
final class Curve {
    private static final long FIRST = 1000;
    private static final long STEPS = 400;

    /** The figures after so many rows, without the confusion matrix. */
    record Point(long rows, Figures figures) {
        static Point of(long rows, Figures figures) {
            return new Point(
                    rows,
                    new Figures(
                            figures.metrics(),
                            figures.recent(),
                            figures.fading(),
                            figures.baselines(),
                            Confusion.NONE));
        }
    }

    private final long total;
    private final long step; // 0: no picture is wanted
    private final Consumer<Point> each;
    private final List<Point> doubling = new ArrayList<>();
    private final List<Point> even = new ArrayList<>();
    private final List<Long> drifts = new ArrayList<>();
    private long rows;
    private long next = FIRST;

    /**
     * A curve without points.
     *
     * @param total rows that will come
     * @param isPlotted whether the even steps are wanted, too
     * @param each is given every point of the doubling counts, as it comes
     */
    Curve(long total, boolean isPlotted, Consumer<Point> each) {
        this.total = total;
        this.step = isPlotted ? Math.max(1, total / STEPS) : 0;
        this.each = each;
    }

    /** Counts a row; the figures are only asked for where a point is due. */
    void row(Supplier<Figures> figures) {
        rows++;
        boolean isDoubled = rows == next || rows == total;
        boolean isStep = step > 0 && (rows % step == 0 || rows == total);
        if (!isDoubled && !isStep) {
            return;
        }
        Point point = Point.of(rows, figures.get());
        if (isDoubled) {
            next = rows == next ? 2 * next : next;
            doubling.add(point);
            each.accept(point);
        }
        if (isStep) {
            even.add(point);
        }
    }

    /** Marks the row counted last. */
    void drift() {
        drifts.add(rows);
    }

    /** After how many rows a drift was found. */
    List<Long> drifts() {
        return drifts;
    }

    /** At 1,000, 2,000, 4,000 ... rows, and at the end. */
    List<Point> doubling() {
        return doubling;
    }

    /** Some hundreds of points at equal distances; none if no picture was wanted. */
    List<Point> even() {
        return even;
    }
}
