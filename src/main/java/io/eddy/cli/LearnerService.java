package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.LearnerTopology;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.Topics;
import io.eddy.http.Health;
import io.eddy.http.HealthCheck;
import io.eddy.http.LearnerSource;
import io.eddy.http.LearnerView;
import io.eddy.http.PartitionView;
import io.eddy.metrics.LearnerMeters;
import io.eddy.metrics.PartitionJournal;
import io.eddy.metrics.PartitionReport;
import io.eddy.metrics.RecentDeadLetter;
import io.eddy.metrics.RecentPrediction;
import io.eddy.stream.LearnerApplication;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The learner as a service: topics, application, meters, and what there is to see of them. */
final class LearnerService implements LearnerSource, AutoCloseable {
    private static final int RECORDS_SHOWN = 20;

    private static final Logger LOG = LoggerFactory.getLogger(LearnerService.class);

    private final LearnerConfig config;
    private final Telemetry telemetry;
    private final LearnerMeters meters;
    private volatile LearnerApplication application; // null until the topics are there

    LearnerService(LearnerConfig config) {
        this.config = config;
        telemetry = new Telemetry(config.applicationId());
        meters = new LearnerMeters(telemetry.registry());
    }

    /**
     * Starts all of it; returns when the application has been started, not when it is ready.
     *
     * @param reset whether the stored model is forgotten first
     */
    void start(boolean reset) {
        KafkaClients clients = new KafkaClients(config);
        if (reset) {
            StoredModel.forget(clients, config);
        }
        Map<String, Object> properties = config.streamsProperties();
        Topics topics = new Topics(clients, config);
        properties.putIfAbsent(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads(topics.ensure()));
        Uuid changelog = topics.changelogId();
        LocalState local = new LocalState(config);
        boolean isStale = local.isStale(changelog);
        application = LearnerApplication.start(
                LearnerTopology.build(config, meters), properties, telemetry.registry(), reset || isStale);
        local.mark(changelog);
        if (isStale && !reset) {
            LOG.warn("event=state-deleted reason=\"it was not known to be of this changelog\" changelog={}", changelog);
        }
    }

    /** A thread can have several partitions, but no partition several threads. */
    private static int threads(int partitions) {
        return Math.min(partitions, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public String scrape() {
        return telemetry.scrape();
    }

    @Override
    public Health health() {
        LearnerApplication now = application;
        return new Health(
                List.of(check("streams-alive", now == null || now.isLive())),
                List.of(check("streams-running", now != null && now.isReady()), restored(now)),
                List.of(
                        new HealthCheck("topics", now != null, now == null ? "waiting for the broker" : "there"),
                        check("streams-started", now != null && now.isStarted())));
    }

    private HealthCheck check(String name, boolean healthy) {
        return new HealthCheck(name, healthy, state());
    }

    private static HealthCheck restored(LearnerApplication now) {
        Map<Integer, Double> restoring = now == null ? Map.of() : now.restoring();
        String detail = restoring.entrySet().stream()
                .map(p -> String.format(Locale.ROOT, "%d at %.0f %%", p.getKey(), 100 * p.getValue()))
                .collect(Collectors.joining(", "));
        return new HealthCheck(
                "partitions-restored", restoring.isEmpty(), restoring.isEmpty() ? "none is restoring" : detail);
    }

    private String state() {
        return application == null ? "CONNECTING" : application.state();
    }

    LearnerApplication application() {
        return application;
    }

    @Override
    public List<PartitionReport> reports() {
        return meters.reports();
    }

    @Override
    public LearnerView view() {
        List<PartitionJournal> journals = meters.journals();
        return new LearnerView(
                System.currentTimeMillis(),
                health(),
                partitions(journals),
                latest(journals, PartitionJournal::predictions, RecentPrediction::timestamp),
                latest(journals, PartitionJournal::deadLetters, RecentDeadLetter::timestamp));
    }

    private List<PartitionView> partitions(List<PartitionJournal> journals) {
        Map<Integer, PartitionView> views = new TreeMap<>();
        if (application != null) {
            application.restoring().forEach((number, part) -> views.put(number, PartitionView.restoring(number, part)));
        }
        Map<Integer, PartitionReport> reports =
                meters.reports().stream().collect(Collectors.toMap(PartitionReport::partition, report -> report));
        for (PartitionJournal journal : journals) {
            PartitionReport report = reports.get(journal.partition());
            if (report != null) {
                views.put(journal.partition(), PartitionView.running(report, journal));
            }
        }
        return List.copyOf(views.values());
    }

    private static <T> List<T> latest(
            List<PartitionJournal> journals, Function<PartitionJournal, List<T>> records, ToLongFunction<T> time) {
        return journals.stream()
                .flatMap(journal -> records.apply(journal).stream())
                .sorted(Comparator.comparingLong(time).reversed())
                .limit(RECORDS_SHOWN)
                .toList();
    }

    @Override
    public void close() {
        telemetry.close(); // pushes for the last time what the application takes along
        if (application != null) {
            application.close();
        }
    }
}
