package io.eddy.http;

import io.eddy.learner.LearnerReport;
import io.eddy.metrics.PartitionReport;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the figures came to be what they are: a bounded history, kept by the server so that the page may be reloaded. When
 * it is full every second point is dropped and from then on only every second one kept, so the curve always reaches back to
 * the start. Any thread may use it.
 */
public final class LearningCurve {
    private static final MathContext DRAWN = new MathContext(5);

    private final int capacity;
    private final List<Point> points = new ArrayList<>();
    private final Map<Integer, Long> learned = new HashMap<>(); // by partition
    private final Map<Integer, Long> drifts = new HashMap<>(); // likewise
    private long taken;
    private long step = 1;

    /**
     * One moment of the curve.
     *
     * @param learned labelled samples learned from, over all partitions seen so far
     * @param drifts found so far, likewise
     * @param figures by the key of a series, in the series' own units; without those that have no value yet
     * @param candidates how much each counts, the mean over the partitions
     */
    record Point(long learned, long drifts, Map<String, Double> figures, Map<String, Double> candidates) {}

    /** An empty curve of at most so many points, 4 or more. */
    public LearningCurve(int capacity) {
        if (capacity < 4) {
            throw new IllegalArgumentException("capacity " + capacity + " is below 4");
        }
        this.capacity = capacity;
    }

    /** Takes in the present reports of all partitions. A moment in which nothing was learned replaces the last point. */
    public synchronized void add(List<PartitionReport> reports) {
        if (reports.isEmpty()) {
            return;
        }
        Point point = pointOf(reports);
        int last = points.size() - 1;
        if (last >= 0 && points.get(last).learned() == point.learned()) {
            points.set(last, point);
            return;
        }
        if (last >= 0 && (taken - 1) % step != 0) {
            points.remove(last); // it stood there only for being the latest
        }
        points.add(point);
        taken++;
        if (points.size() == capacity) {
            dropEverySecond();
        }
    }

    private Point pointOf(List<PartitionReport> reports) {
        // a partition that moved elsewhere still counts, else the curve would run backwards
        for (PartitionReport partition : reports) {
            LearnerReport report = partition.report();
            learned.merge(partition.partition(), report.learned(), Math::max);
            drifts.merge(partition.partition(), sum(report.drifts().values()), Math::max);
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        for (CurveSeries series : CurveSeries.values()) {
            series.mean(reports).ifPresent(value -> figures.put(series.key(), rounded(value)));
        }
        return new Point(sum(learned.values()), sum(drifts.values()), figures, candidates(reports));
    }

    private static Map<String, Double> candidates(List<PartitionReport> reports) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (PartitionReport partition : reports) {
            partition
                    .report()
                    .candidates()
                    .forEach((name, weight) -> weights.merge(name, weight / reports.size(), Double::sum));
        }
        weights.replaceAll((name, weight) -> rounded(weight));
        return weights;
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DRAWN).doubleValue() : value;
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private void dropEverySecond() {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i % 2 == 0 || i == points.size() - 1) {
                kept.add(points.get(i));
            }
        }
        points.clear();
        points.addAll(kept);
        step *= 2;
    }

    /** The points in the order in which they were learned, the latest always among them. */
    synchronized List<Point> points() {
        return List.copyOf(points);
    }
}
