package io.eddy.http;

import io.eddy.http.LearningCurve.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The history as the page draws it: one list for each line, all as long as {@code learned}, null where there is no value.
 *
 * @param learned labelled samples learned from, over all partitions
 * @param drifts found so far, over all partitions and detectors
 * @param figures by the key of a {@link CurveSeries}; without series that have no value at all
 * @param candidates weights in the answers, by name
 */
record Curve(
        List<Long> learned,
        List<Long> drifts,
        Map<String, List<Double>> figures,
        Map<String, List<Double>> candidates) {
    static Curve of(List<Point> points) {
        return new Curve(
                points.stream().map(Point::learned).toList(),
                points.stream().map(Point::drifts).toList(),
                lines(points, Point::figures),
                lines(points, Point::candidates));
    }

    private static Map<String, List<Double>> lines(List<Point> points, Function<Point, Map<String, Double>> values) {
        Set<String> names = new LinkedHashSet<>();
        points.forEach(point -> names.addAll(values.apply(point).keySet()));
        Map<String, List<Double>> lines = new LinkedHashMap<>();
        for (String name : names) {
            List<Double> line = new ArrayList<>(points.size()); // of nulls, too
            points.forEach(point -> line.add(values.apply(point).get(name)));
            lines.put(name, line);
        }
        return lines;
    }
}
