package io.eddy.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** From a row's send() to its committed prediction, by how often Kafka Streams commits; and what frequent commits cost. */
final class Latency implements Benchmark {
    @Override
    public void run(Options options, Report report) throws Exception {
        int perSecond = options.number("rate", 1_000);
        int seconds = options.number("seconds", 20);
        int repetitions = options.number("repetitions", 3);
        Repetitions<LatencyRun.Result> results = new Repetitions<>(report);
        try (Testbed testbed = new Testbed()) {
            LatencyRun run = new LatencyRun(testbed, perSecond, options.number("warmup", 10), seconds);
            for (String interval : options.list("intervals", "25,100,500")) {
                Subject subject = Subject.auto().with(Map.of("commit.interval.ms", interval));
                results.add(interval, id -> run.measure(subject, id));
            }
            results.run(repetitions);
        }
        Table table = new Table(
                "commit.interval.ms",
                "median, ms (least-most)",
                "p90, ms",
                "p99, ms",
                "max, ms",
                "changelog, kB/s",
                "processors: its own",
                "the broker's",
                "all others'");
        results.results()
                .forEach((interval, measured) -> table.add(
                        interval,
                        LatencyRun.percentile(measured, 0.5),
                        LatencyRun.percentile(measured, 0.9),
                        LatencyRun.percentile(measured, 0.99),
                        LatencyRun.percentile(measured, 1),
                        median(measured, result -> result.changelogBytes() / 1e3),
                        median(measured, result -> result.rate().application()),
                        median(measured, result -> result.rate().broker()),
                        median(measured, result -> result.rate().others())));
        report.add(String.format(
                Locale.ROOT,
                "%,d rows/s for %d s, default model; from send() until a read_committed consumer has the prediction;"
                        + " %d repetitions, medians.",
                perSecond,
                seconds,
                repetitions));
        report.add(table);
    }

    private static String median(List<LatencyRun.Result> results, ToDoubleFunction<LatencyRun.Result> figure) {
        return Table.number(
                Spread.of(results.stream().map(figure::applyAsDouble).toList()).median());
    }
}
