package io.eddy.bench;

import java.util.Locale;
import java.util.Map;

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
        report.add(String.format(
                Locale.ROOT,
                "%,d rows/s for %d s, default model; from send() until a read_committed consumer has the prediction;"
                        + " %d repetitions, medians.",
                perSecond,
                seconds,
                repetitions));
        report.add(LatencyTable.of("commit.interval.ms", results.results()));
    }
}
