package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.LearnerTopology;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.Topics;
import io.eddy.http.Health;
import io.eddy.http.HealthCheck;
import io.eddy.http.HttpEndpoints;
import io.eddy.metrics.LearnerMeters;
import io.eddy.metrics.PartitionReport;
import io.eddy.stream.LearnerApplication;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsConfig;

/** The learner as a service: topics, application, meters, page. */
final class LearnerService implements AutoCloseable {
    private final Telemetry telemetry;
    private final LearnerMeters meters;
    private final HttpEndpoints http;
    private volatile LearnerApplication application; // null until the port is ours and the topics are there

    private LearnerService(LearnerConfig config) {
        telemetry = new Telemetry(config.applicationId());
        meters = new LearnerMeters(telemetry.registry());
        http = HttpEndpoints.start(config.httpHost(), config.httpPort(), telemetry::scrape, health(), meters::reports);
    }

    static LearnerService start(LearnerConfig config) {
        return start(config, false);
    }

    /**
     * Starts all of it; returns when the application has been started, not when it is ready.
     *
     * @param reset whether the stored model is forgotten first
     */
    static LearnerService start(LearnerConfig config, boolean reset) {
        LearnerService service = new LearnerService(config);
        try {
            KafkaClients clients = new KafkaClients(config);
            if (reset) {
                StoredModel.forget(clients, config);
            }
            Map<String, Object> properties = config.streamsProperties();
            properties.putIfAbsent(
                    StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads(new Topics(clients, config).ensure()));
            service.application = LearnerApplication.start(
                    LearnerTopology.build(config, service.meters), properties, service.telemetry.registry(), reset);
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** A thread can have several partitions, but no partition several threads. */
    private static int threads(int partitions) {
        return Math.min(partitions, Runtime.getRuntime().availableProcessors());
    }

    private Health health() {
        return new Health(
                check("streams-alive", () -> application == null || application.isLive()),
                check("streams-running", () -> application != null && application.isReady()),
                check("streams-started", () -> application != null && application.isStarted()));
    }

    private Supplier<List<HealthCheck>> check(String name, BooleanSupplier healthy) {
        return () -> List.of(new HealthCheck(name, healthy.getAsBoolean(), state()));
    }

    private String state() {
        return application == null ? "CONNECTING" : application.state();
    }

    LearnerApplication application() {
        return application;
    }

    /** Where the page is. */
    String url() {
        return http.url();
    }

    /** The last report of each partition. */
    List<PartitionReport> reports() {
        return meters.reports();
    }

    @Override
    public void close() {
        telemetry.close(); // pushes for the last time what the application takes along
        if (application != null) {
            application.close();
        }
        http.close();
    }
}
