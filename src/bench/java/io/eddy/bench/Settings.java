package io.eddy.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What settings of Kafka Streams and its clients bring: rows a second of several applications, and how long a row of a slow
 * stream waits. Those to try: {@code variants=key=value+key=value,key=value}, where {@code +} joins settings of one.
 */
final class Settings implements Benchmark {
    private static final String AS_IT_IS = "as it is";
    private static final String VARIANTS = "producer.linger.ms=5,producer.linger.ms=20,producer.batch.size=65536,"
            + "producer.batch.size=262144,producer.compression.type=lz4,producer.compression.type=zstd,"
            + "producer.buffer.memory=134217728,consumer.fetch.min.bytes=65536,"
            + "consumer.max.partition.fetch.bytes=8388608,consumer.max.poll.records=5000,"
            + "buffered.records.per.partition=10000,commit.interval.ms=25,commit.interval.ms=500,"
            + "consumer.receive.buffer.bytes=1048576+producer.send.buffer.bytes=1048576";

    @Override
    public void run(Options options, Report report) throws Exception {
        Map<String, Map<String, String>> variants = variants(options.list("variants", VARIANTS));
        int rows = options.number("rows", 1_500_000);
        int repetitions = options.number("repetitions", 3);
        int slow = options.number("latency.repetitions", repetitions);
        List<Subject> subjects = options.list("applications", "network,auto,copy").stream()
                .map(Subject::named)
                .toList();
        Repetitions<Rate> rates = new Repetitions<>(report);
        Repetitions<LatencyRun.Result> latencies = new Repetitions<>(report);
        try (Testbed testbed = new Testbed()) {
            testbed.fill("samples", 1, rows, 1);
            Throughput throughput = new Throughput(testbed, "samples", 1, rows, options.seconds("seconds", 15));
            LatencyRun latency = new LatencyRun(testbed, 1_000, 5, options.number("latency.seconds", 10));
            for (Subject subject : subjects) {
                variants.forEach((name, keys) ->
                        rates.add(name(subject, name), id -> throughput.measure(subject.with(keys), id)));
            }
            variants.forEach((name, keys) ->
                    latencies.add(name, id -> latency.measure(Subject.auto().with(keys), "slow" + id)));
            rates.run(repetitions);
            latencies.run(slow);
        }
        report.add(String.format(Locale.ROOT, "Up to %,d rows; %d repetitions, medians.", rows, repetitions));
        RateTable table = new RateTable("the same as it is");
        for (Subject subject : subjects) {
            for (String name : variants.keySet()) {
                table.add(name(subject, name), rates.of(name(subject, name)), rates.of(name(subject, AS_IT_IS)));
            }
        }
        report.add(table);
        if (slow > 0) {
            report.add(LatencyTable.of("settings", latencies.results()));
        }
    }

    private static String name(Subject subject, String variant) {
        return subject.name() + ", " + variant;
    }

    private static Map<String, Map<String, String>> variants(List<String> described) {
        Map<String, Map<String, String>> variants = new LinkedHashMap<>();
        variants.put(AS_IT_IS, Map.of());
        for (String variant : described) {
            Map<String, String> keys = new LinkedHashMap<>();
            for (String setting : variant.split("\\+")) {
                int equals = setting.indexOf('=');
                keys.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
            variants.put(variant, keys);
        }
        return variants;
    }
}
