package io.eddy.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a second partition with a thread of its own brings. */
final class Partitions implements Benchmark {
    private static final List<Subject> SUBJECTS = List.of(Subject.network(), Subject.auto(), Subject.copy());

    @Override
    public void run(Options options, Report report) throws Exception {
        int rows = options.number("rows", 3_000_000);
        int repetitions = options.number("repetitions", 5);
        List<Integer> counts =
                options.list("partitions", "1,2").stream().map(Integer::valueOf).toList();
        Repetitions<Rate> rates = new Repetitions<>(report);
        try (Testbed testbed = new Testbed()) {
            for (int count : counts) {
                report.progress(rows + " rows to " + count + " partitions");
                testbed.fill("samples" + count, count, rows, 1);
            }
            for (Subject subject : SUBJECTS) {
                for (int count : counts) {
                    Throughput throughput =
                            new Throughput(testbed, "samples" + count, count, rows, options.seconds("seconds", 90));
                    Subject threads = subject.with(Map.of("num.stream.threads", Integer.toString(count)));
                    rates.add(name(subject, count), id -> throughput.measure(threads, id));
                }
            }
            rates.run(repetitions);
        }
        RateTable table = new RateTable("its own with " + counts.get(0));
        for (Subject subject : SUBJECTS) {
            for (int count : counts) {
                table.add(name(subject, count), rates.of(name(subject, count)), rates.of(name(subject, counts.get(0))));
            }
        }
        report.add(String.format(
                Locale.ROOT,
                "As many stream threads as partitions; up to %,d rows, %d repetitions, medians.",
                rows,
                repetitions));
        report.add(table);
    }

    private static String name(Subject subject, int partitions) {
        return subject.name() + ", partitions: " + partitions;
    }
}
