package io.eddy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One learner whose process is looked at after so many rows. Old rows are deleted meanwhile, so that no disk is filled. */
final class MemoryRun {
    private static final int AHEAD = 200_000;
    private static final int STEP = 10_000;
    private static final double PATIENCE_SECONDS = 60;

    /** In bytes: resident at this row, the most since the mark before, and what a collection left of the heap. */
    record Mark(long rows, double resident, double most, double heap) {}

    private final Testbed testbed;
    private final Report report;
    private final List<Long> marks;
    private double most;

    MemoryRun(Testbed testbed, Report report, List<Long> marks) {
        this.testbed = testbed;
        this.report = report;
        this.marks = marks;
    }

    List<Mark> measure(Subject subject, String id) throws Exception {
        Map<String, String> small =
                Map.of("segment.bytes", "16777216", "retention.bytes", "67108864", "file.delete.delay.ms", "1000");
        String samples = id + "-samples";
        testbed.create(samples, 1, small);
        testbed.create(AppProcess.predictions(id), 1, small);
        List<Mark> measured = new ArrayList<>();
        try (AppProcess application = AppProcess.start(testbed, subject, id, samples);
                Filler filler = new Filler(testbed.bootstrapServers(), samples, 1, 1)) {
            OutputOffsets output = new OutputOffsets(testbed.admin(), AppProcess.predictions(id), 1);
            application.process().awaitReady();
            // a collection changes how large the heap is from then on: all marks come after one
            feed(filler, output, application, marks.get(0) / 2);
            look(application, marks.get(0) / 2);
            for (long rows : marks) {
                feed(filler, output, application, rows);
                measured.add(look(application, rows));
                report.progress(String.format(
                        Locale.ROOT, "%s, %,d rows: %s", subject.name(), rows, measured.get(measured.size() - 1)));
            }
        } finally {
            testbed.forget(id);
        }
        return measured;
    }

    /** Sends rows until so many are answered, never far ahead of the answers. */
    private void feed(Filler filler, OutputOffsets output, AppProcess application, long rows) throws Exception {
        long answered = output.committed();
        double moved = System.nanoTime() / 1e9;
        while (answered < rows) {
            if (filler.sent() - answered < AHEAD) {
                filler.send(STEP);
            } else {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            application.requireAlive();
            most = Math.max(most, resident(application));
            long now = output.committed();
            if (now > answered) {
                moved = System.nanoTime() / 1e9;
            } else if (System.nanoTime() / 1e9 - moved > PATIENCE_SECONDS) {
                throw new IllegalStateException("nothing was committed for a minute after row " + answered);
            }
            answered = now;
        }
    }

    private Mark look(AppProcess application, long rows) throws Exception {
        double resident = resident(application);
        Mark mark = new Mark(rows, resident, Math.max(most, resident), heapAfterCollection(application));
        most = 0;
        return mark;
    }

    /** Bytes as Linux counts them; NaN elsewhere. */
    private static double resident(AppProcess application) throws IOException {
        Path status = Path.of("/proc/" + application.pid() + "/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> 1024 * Double.parseDouble(line.split("\\s+")[1]))
                        .findFirst()
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    private static double heapAfterCollection(AppProcess application) throws Exception {
        Process collection = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(application.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!collection.waitFor(30, TimeUnit.SECONDS) || collection.exitValue() != 0) {
                return Double.NaN;
            }
        } finally {
            collection.destroyForcibly();
        }
        return application
                .process()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
