package io.eddy.bench;

import io.eddy.store.LearnerStoreBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** How long rows of a steady stream wait for their committed answers. */
final class LatencyRun {
    private static final Duration START = Duration.ofSeconds(60);

    /** Milliseconds of one run, sorted; what went to the changelog, and the processors that were busy, both per second. */
    record Result(double[] millis, double changelogBytes, Rate rate) {
        double percentile(double p) {
            return millis[(int) Math.min(millis.length - 1, Math.floor(p * millis.length))];
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "median %.1f ms, p99 %.1f ms, most %.1f ms; %s",
                    percentile(0.5),
                    percentile(0.99),
                    percentile(1),
                    rate);
        }
    }

    private final Testbed testbed;
    private final int perSecond;
    private final int warmUpSeconds;
    private final int seconds;

    LatencyRun(Testbed testbed, int perSecond, int warmUpSeconds, int seconds) {
        this.testbed = testbed;
        this.perSecond = perSecond;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
    }

    Result measure(Subject subject, String id) throws Exception {
        String samples = id + "-samples";
        String predictions = AppProcess.predictions(id);
        String changelog = LearnerStoreBuilder.changelogTopic(id);
        testbed.create(samples, 1, Map.of());
        testbed.create(predictions, 1, Map.of());
        // one that keeps all that is ever written, so that its length says how much that was
        testbed.create(changelog, 1, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
        try (AppProcess application = AppProcess.start(testbed, subject, id, samples);
                OpenLoop source = new OpenLoop(testbed.bootstrapServers(), samples);
                Answers answers = new Answers(testbed.bootstrapServers(), predictions)) {
            source.send();
            answers.await(1, START, (sent, seen) -> {});
            long warm = send(source, answers, 1, warmUpSeconds).length + 1L;
            long bytes = testbed.logBytes(changelog);
            Point before = Point.now(0, application.pid(), testbed.brokerPid());
            long[] nanos = send(source, answers, warm, seconds);
            Point after = Point.now(nanos.length, application.pid(), testbed.brokerPid());
            double written = (testbed.logBytes(changelog) - bytes) / (after.seconds() - before.seconds());
            return new Result(millis(nanos), written, after.since(before));
        } finally {
            testbed.forget(id);
        }
    }

    /** Sends for so many seconds, and waits until every row is answered, and once. */
    private long[] send(OpenLoop source, Answers answers, long before, int forSeconds) throws Exception {
        int count = forSeconds * perSecond;
        LongStream.Builder nanos = LongStream.builder();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> source.send(count, perSecond));
        answers.await(before + count, START.plusSeconds(forSeconds), (sent, seen) -> nanos.add(seen - sent));
        sending.get(START.toSeconds(), TimeUnit.SECONDS);
        return nanos.build().toArray();
    }

    private static double[] millis(long[] nanos) {
        return Arrays.stream(nanos).sorted().mapToDouble(n -> n / 1e6).toArray();
    }
}
