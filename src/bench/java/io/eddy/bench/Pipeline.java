package io.eddy.bench;

import java.util.List;
import java.util.Locale;

/**
 * What learning costs a Kafka Streams application: rows a second of one that only copies bytes, of a single network, and of
 * the default model, each in a fresh JVM, one after the other and that several times.
 */
final class Pipeline implements Benchmark {
    private static final List<Subject> SUBJECTS =
            List.of(Subject.copy(), Subject.network(), Subject.auto(), Subject.backgroundCopy(), Subject.plainCopy());

    @Override
    public void run(Options options, Report report) throws Exception {
        int rows = options.number("rows", 3_000_000);
        int repetitions = options.number("repetitions", 5);
        Repetitions<Rate> rates = new Repetitions<>(report);
        try (Testbed testbed = new Testbed()) {
            report.progress(rows + " rows to the samples topic");
            testbed.fill("samples", 1, rows, 1);
            Throughput throughput = new Throughput(testbed, "samples", 1, rows, options.seconds("seconds", 90));
            for (Subject subject : SUBJECTS) {
                rates.add(subject.name(), id -> throughput.measure(subject, id));
            }
            rates.run(repetitions);
        }
        RateTable table = new RateTable("copy");
        rates.results().forEach((name, measured) -> table.add(name, measured, rates.of("copy")));
        report.add(String.format(Locale.ROOT, "Up to %,d rows; %d repetitions, medians.", rows, repetitions));
        report.add(table);
    }
}
