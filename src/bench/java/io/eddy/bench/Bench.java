package io.eddy.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the whole pipeline: {@code ./mvnw -Pbench verify -Dbench=pipeline -Dbench.args="rows=1000000 repetitions=3"}. The
 * tables are printed, and kept in {@code target/bench}.
 */
public final class Bench {
    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "pipeline", new Pipeline(),
            "partitions", new Partitions(),
            "latency", new Latency(),
            "memory", new Memory(),
            "scale", new Scale(),
            "settings", new Settings()));

    private Bench() {}

    /** Arguments: the name of a benchmark, then {@code key=value} of its options. */
    public static void main(String[] args) throws Exception {
        Benchmark benchmark = args.length == 0 ? null : ALL.get(args[0]);
        if (benchmark == null) {
            System.err.println("which benchmark? " + String.join(", ", ALL.keySet()));
            System.exit(2);
        }
        Options options = Options.of(args);
        Report report = new Report(Path.of(options.text("out", "target/bench")), args[0]);
        benchmark.run(options, report);
    }
}
