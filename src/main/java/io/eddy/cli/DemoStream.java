package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cli.demo.WheatKernels;
import io.eddy.cluster.KafkaClients;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;

/** What the demo learns from, sent by a thread of its own. */
final class DemoStream {
    /** Where the samples come from. */
    private interface Source {
        void sendAll(CsvSamples.Sink sink) throws Exception;
    }

    private final LearnerConfig config;
    private final boolean wheat;
    private final Source source;
    private final double rate;
    private final long most;
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean ended;
    private volatile Exception failure;

    private DemoStream(LearnerConfig config, boolean wheat, Source source, double rate, Long samples) {
        this.wheat = wheat;
        this.config = config;
        this.source = source;
        this.rate = rate;
        this.most = samples == null ? Long.MAX_VALUE : samples;
    }

    /** The rows of a file, or wheat kernels where there is none. */
    static DemoStream of(Path file, LearnerConfig config, double rate, Long samples) {
        if (file == null) {
            WheatKernels kernels = new WheatKernels(config.learnerSettings().seed());
            return new DemoStream(
                    config,
                    true,
                    sink -> {
                        while (true) {
                            sink.accept(new CsvSamples.Row(null, kernels.next()));
                        }
                    },
                    rate,
                    samples);
        }
        CsvSamples rows = new CsvSamples(file, null);
        rows.requireColumn(config.label(), "--label");
        return new DemoStream(config, false, sink -> rows.forEach(1, OptionalLong.empty(), sink), rate, samples);
    }

    void start() {
        Thread thread = new Thread(this::run, "demo-stream");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        Pace pace = new Pace(rate);
        try (Producer<byte[], byte[]> producer = new KafkaClients(config).producer()) {
            Delivery delivery = new Delivery(producer, config.samplesTopic());
            try {
                source.sendAll(row -> {
                    if (sent.get() >= most) {
                        throw new EndOfDemo();
                    }
                    pace.await();
                    delivery.send(row.key(), row.sample());
                    sent.incrementAndGet();
                });
            } catch (EndOfDemo e) {
                // as many as were asked for
            }
            delivery.complete();
        } catch (Exception e) {
            failure = e;
        }
        ended = true;
    }

    /** Whether it is the sorting line with its drift. */
    boolean isWheat() {
        return wheat;
    }

    long sent() {
        return sent.get();
    }

    /** Whether nothing more will come. */
    boolean hasEnded() {
        return ended;
    }

    /** Why it ended too soon, or null. */
    Exception failure() {
        return failure;
    }

    private static final class EndOfDemo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndOfDemo() {
            super("end", null, false, false);
        }
    }
}
