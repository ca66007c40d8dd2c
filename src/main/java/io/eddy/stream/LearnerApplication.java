package io.eddy.stream;

import io.eddy.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running topology from start to end: its state for health checks, and why it ended if it did so by itself. */
public final class LearnerApplication implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LearnerApplication.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long created = System.nanoTime();
    private final Restorations restorations = new Restorations();
    private volatile boolean started;

    private LearnerApplication(KafkaStreams streams, MeterRegistry registry) {
        this.streams = streams;
        this.metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(registry);
    }

    /**
     * Starts a topology; it goes on in threads of its own.
     *
     * @param fresh whether the application's state on the local disk is deleted first
     * @throws Problem if Kafka Streams refuses the properties, or another process holds the state directory
     */
    public static LearnerApplication start(
            Topology topology, Map<String, Object> properties, MeterRegistry registry, boolean fresh) {
        LearnerApplication application = new LearnerApplication(create(topology, properties, fresh), registry);
        application.streams.setUncaughtExceptionHandler(application::handle);
        application.streams.setStateListener(application::onChange);
        application.streams.setGlobalStateRestoreListener(application.restorations);
        application.streams.start();
        return application;
    }

    private static KafkaStreams create(Topology topology, Map<String, Object> properties, boolean fresh) {
        try {
            KafkaStreams streams = new KafkaStreams(topology, withClients(properties));
            if (fresh) {
                streams.cleanUp();
            }
            return streams;
        } catch (ConfigException e) {
            throw Problem.usage("Kafka refuses the configuration", e.getMessage(), "mend the key that it names");
        } catch (StreamsException e) {
            throw Problem.failure(
                    "can't start",
                    firstLine(e),
                    "is another instance running with this state.dir? Give each instance its own",
                    e);
        }
    }

    /** Answers leave by a thread of their own, unless the user chose other clients. */
    static Properties withClients(Map<String, Object> properties) {
        Properties all = new Properties();
        all.put(StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, BackgroundClientSupplier.class);
        all.putAll(properties);
        return all;
    }

    private StreamThreadExceptionResponse handle(Throwable error) {
        if (Recovery.isPossible(error)) {
            LOG.warn("event=thread-replaced reason={}", PartitionLog.quoted(firstLine(root(error))));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        failure.compareAndSet(null, error);
        LOG.error("event=failed reason={}", PartitionLog.quoted(firstLine(root(error))));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        switch (now) {
            case RUNNING -> {
                LOG.info("event={} ms={}", started ? "running" : "started", sinceCreation());
                started = true;
            }
            case REBALANCING -> LOG.info("event=rebalancing ms={}", sinceCreation());
            case NOT_RUNNING, ERROR -> {
                LOG.info("event=stopped ms={}", sinceCreation());
                ended.countDown();
            }
            default -> {}
        }
    }

    private long sinceCreation() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - created);
    }

    /** What Kafka Streams is doing: {@code RUNNING}, {@code REBALANCING} (also while restoring), ... */
    public String state() {
        return streams.state().name();
    }

    /** Whether all partitions assigned are restored and being learned from. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it goes on, if only to restore or to wait for a broker. */
    public boolean isLive() {
        return streams.state().isRunningOrRebalancing() || streams.state() == KafkaStreams.State.CREATED;
    }

    /** Whether it was ready once. */
    public boolean isStarted() {
        return started;
    }

    /** How much is restored, from 0 to 1, of each partition that is being restored. */
    public Map<Integer, Double> restoring() {
        return restorations.progress();
    }

    /** Waits until it ends, by {@link #close} or by itself. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Why it ended by itself. */
    public Optional<Problem> failure() {
        return Optional.ofNullable(failure.get()).map(LearnerApplication::explain);
    }

    private static Problem explain(Throwable error) {
        Throwable root = root(error);
        return root instanceof Problem problem
                ? problem
                : Problem.failure(
                        "the learner stopped",
                        firstLine(root),
                        "mend what it names and start again: it goes on where it stopped",
                        error);
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && !(root instanceof Problem)) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable error) {
        return error.getClass().getSimpleName() + ": "
                + String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    /** Stops after committing what was done; waits up to 30 s. */
    @Override
    public void close() {
        if (streams.close(CLOSE_TIMEOUT)) {
            awaitLastEvent();
        }
        metrics.close();
    }

    /** Kafka Streams may be closed before it tells so, and a JVM that ends then would not log it. */
    private void awaitLastEvent() {
        try {
            ended.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
