package io.eddy.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether a learner's memory grows with the rows that it has seen. */
final class Memory implements Benchmark {
    private static final double MIB = 1 << 20;

    @Override
    public void run(Options options, Report report) throws Exception {
        List<Long> marks = options.list("marks", "1000000,2000000,4000000,7000000,10000000").stream()
                .map(Long::valueOf)
                .toList();
        Table table = new Table("model", "rows", "RSS, MiB", "most since the line above, MiB", "heap after a GC, MiB");
        // a broker that looks for what may be deleted more often than each five minutes
        try (Testbed testbed = new Testbed(Map.of("log.retention.check.interval.ms", "5000"))) {
            for (Subject subject : List.of(Subject.network(), Subject.auto())) {
                List<MemoryRun.Mark> measured = new MemoryRun(testbed, report, marks).measure(subject, subject.id());
                measured.forEach(mark -> table.add(
                        subject.name(),
                        String.format(Locale.ROOT, "%,d", mark.rows()),
                        mebibytes(mark.resident()),
                        mebibytes(mark.most()),
                        mebibytes(mark.heap())));
                Line line = Line.through(
                        measured.stream().mapToDouble(mark -> mark.rows() / 1e6).toArray(),
                        measured.stream().mapToDouble(MemoryRun.Mark::resident).toArray());
                table.add(subject.name(), "for each million more", mebibytes(line.slope()), "", "");
            }
        }
        report.add("Resident memory of the learner's process, -Xmx1g, as the rows come.");
        report.add(table);
    }

    private static String mebibytes(double bytes) {
        return Table.number(bytes / MIB);
    }
}
