package io.eddy.cli;

import io.eddy.evaluation.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** One that figures are told of: the learner over all rows, over the last or fading ones, or a baseline over all rows. */
record Series(String name, Function<Figures, Map<String, Double>> source) {
    static final Series ALL = new Series("eddy", Figures::metrics);
    static final Series RECENT = new Series(String.format(Locale.ROOT, "last %,d", Figures.RECENT), Figures::recent);
    static final Series FADING = new Series("fading", Figures::fading);

    /** One for each baseline that there is. */
    static List<Series> baselines(Figures figures) {
        List<Series> series = new ArrayList<>();
        for (String key : figures.baselines().keySet()) {
            String name = key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            series.add(new Series(name, f -> f.baselines().getOrDefault(key, Map.of())));
        }
        return series;
    }

    /** The figure that comes first: the one that says most alone, and is on the same scale for every stream. */
    static String headline(Figures figures) {
        return isRegression(figures) ? "r2" : "accuracy";
    }

    static boolean isRegression(Figures figures) {
        return figures.metrics().containsKey("rmse");
    }

    /** NaN where it has no value. */
    double value(Figures figures, String metric) {
        return source.apply(figures).getOrDefault(metric, Double.NaN);
    }
}
