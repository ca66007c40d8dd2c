package io.eddy.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How fast an application works off the rows of a topic, as the committed end of its output moves. */
final class Throughput {
    private static final int POLL_MILLIS = 100;
    private static final double PATIENCE_SECONDS = 60;

    private final Testbed testbed;
    private final String samples;
    private final int partitions;
    private final long rows;
    private final Duration atMost;

    /** @param atMost from the first row on; a slow application is measured on the rows that it gets through */
    Throughput(Testbed testbed, String samples, int partitions, long rows, Duration atMost) {
        this.testbed = testbed;
        this.samples = samples;
        this.partitions = partitions;
        this.rows = rows;
        this.atMost = atMost;
    }

    /** The rate of the last two thirds of the rows: compilers and caches are warm then. */
    Rate measure(Subject subject, String id) throws Exception {
        testbed.create(AppProcess.predictions(id), partitions, Map.of());
        List<Point> points;
        try (AppProcess application = AppProcess.start(testbed, subject, id, samples)) {
            points = watch(application, new OutputOffsets(testbed.admin(), AppProcess.predictions(id), partitions));
        }
        testbed.forget(id);
        Point last = points.get(points.size() - 1);
        Point warm = points.stream()
                .filter(point -> point.rows() >= last.rows() / 3)
                .findFirst()
                .orElseThrow();
        return last.since(warm);
    }

    private List<Point> watch(AppProcess application, OutputOffsets output) throws Exception {
        List<Point> points = new ArrayList<>();
        points.add(Point.now(0, application.pid(), testbed.brokerPid()));
        Point moved = points.get(0);
        while (moved.rows() < rows && moved.seconds() - first(points).seconds() < atMost.toSeconds()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            application.requireAlive();
            Point point = Point.now(output.committed(), application.pid(), testbed.brokerPid());
            if (point.rows() > moved.rows()) {
                points.add(point);
                moved = point;
            } else if (point.seconds() - moved.seconds() > PATIENCE_SECONDS) {
                throw new IllegalStateException("nothing was committed for a minute after row " + moved.rows());
            }
        }
        return points;
    }

    /** When rows began to come. */
    private static Point first(List<Point> points) {
        return points.get(Math.min(1, points.size() - 1));
    }
}
