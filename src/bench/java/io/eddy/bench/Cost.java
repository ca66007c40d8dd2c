package io.eddy.bench;

import java.util.EnumMap;
import java.util.Map;

/** What learners of one size cost. */
record Cost(Map<Figure, Double> figures) {
    /** One thing that it costs; several learners together, but for a record, which only one of them sees. */
    enum Figure {
        RECORD("a record: predict and learn", "µs"),
        COMMIT("a commit: LearnerSnapshot.encode", "µs"),
        RESTORE("a restore: LearnerSnapshot.decode", "µs"),
        SNAPSHOT("the snapshot", "B"),
        HEAP("the heap", "B");

        final String title;
        final String unit;

        Figure(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }
    }

    double get(Figure figure) {
        return figures.get(figure);
    }

    /** One line for each, as one process tells another. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        figures.forEach((figure, value) ->
                lines.append(figure).append('=').append(value).append('\n'));
        return lines.toString();
    }

    /** From lines among which may be others. */
    static Cost parse(String lines) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            lines.lines()
                    .filter(line -> line.startsWith(figure + "="))
                    .forEach(line -> figures.put(
                            figure, Double.valueOf(line.substring(figure.name().length() + 1))));
        }
        return new Cost(figures);
    }
}
