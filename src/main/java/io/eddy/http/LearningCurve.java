package io.eddy.http;

import io.eddy.metrics.PartitionReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the figures came to be what they are: a bounded history, kept by the server so that the page may be reloaded. When
 * it is full every second point is dropped and from then on only every second one kept, so the curve always reaches back to
 * the start. Any thread may use it.
 */
public final class LearningCurve {
    private final int capacity;
    private final List<Point> points = new ArrayList<>();
    private final Map<Integer, Long> learned = new HashMap<>(); // by partition
    private long taken;
    private long step = 1;

    /**
     * One moment of the curve.
     *
     * @param learned labelled samples learned from, over all partitions seen so far
     * @param figures by series, in the series' own units; without those that have no value yet
     */
    record Point(long learned, Map<CurveSeries, Double> figures) {}

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
        reports.forEach(r -> learned.merge(r.partition(), r.report().learned(), Math::max));
        Map<CurveSeries, Double> figures = new EnumMap<>(CurveSeries.class);
        for (CurveSeries series : CurveSeries.values()) {
            series.mean(reports).ifPresent(value -> figures.put(series, value));
        }
        return new Point(learned.values().stream().mapToLong(Long::longValue).sum(), figures);
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
