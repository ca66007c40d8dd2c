package io.eddy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How far a run was at a time, and what had been used of the processors until then, in seconds. */
record Point(double seconds, long rows, double application, double broker, double machine) {
    private static final Path MACHINE = Path.of("/proc/stat");
    private static final double TICKS = 100;

    static Point now(long rows, long application, long broker) throws IOException {
        return new Point(System.nanoTime() / 1e9, rows, processor(application), processor(broker), busy());
    }

    private static double processor(long pid) {
        return AppProcess.cpuTime(pid).toMillis() / 1e3;
    }

    /** All that is not idle, NaN where the system does not tell. */
    private static double busy() throws IOException {
        if (!Files.isReadable(MACHINE)) {
            return Double.NaN;
        }
        // cpu user nice system idle iowait irq softirq steal ...
        String[] first = Files.readAllLines(MACHINE).get(0).split(" +");
        return Stream.of(1, 2, 3, 6, 7, 8)
                        .mapToDouble(n -> Double.parseDouble(first[n]))
                        .sum()
                / TICKS;
    }

    /** What happened since an earlier one. */
    Rate since(Point before) {
        double passed = seconds - before.seconds;
        double ofApplication = (application - before.application) / passed;
        double ofBroker = (broker - before.broker) / passed;
        double ofAll = (machine - before.machine) / passed;
        return new Rate((rows - before.rows) / passed, ofApplication, ofBroker, ofAll - ofApplication - ofBroker);
    }
}
