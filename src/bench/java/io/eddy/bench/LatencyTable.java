package io.eddy.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Latencies of several settings: of each percentile the median of the repetitions, and how far they were apart. */
final class LatencyTable {
    private LatencyTable() {}

    /** @param settings what the first column has */
    static Table of(String settings, Map<String, List<LatencyRun.Result>> results) {
        Table table = new Table(
                settings,
                "median, ms (least-most)",
                "p90, ms",
                "p99, ms",
                "max, ms",
                "changelog, kB/s",
                "processors: its own",
                "the broker's",
                "all others'");
        results.forEach((name, measured) -> table.add(
                name,
                spread(measured, result -> result.percentile(0.5)).text(),
                spread(measured, result -> result.percentile(0.9)).text(),
                spread(measured, result -> result.percentile(0.99)).text(),
                spread(measured, result -> result.percentile(1)).text(),
                median(measured, result -> result.changelogBytes() / 1e3),
                median(measured, result -> result.rate().application()),
                median(measured, result -> result.rate().broker()),
                median(measured, result -> result.rate().others())));
        return table;
    }

    private static String median(List<LatencyRun.Result> results, ToDoubleFunction<LatencyRun.Result> figure) {
        return Table.number(spread(results, figure).median());
    }

    private static Spread spread(List<LatencyRun.Result> results, ToDoubleFunction<LatencyRun.Result> figure) {
        return Spread.of(results.stream().map(figure::applyAsDouble).toList());
    }
}
