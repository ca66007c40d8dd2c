package io.eddy.metrics;

import io.eddy.learner.LearnerReport;
import io.eddy.wire.RejectionCode;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * The meters of all partitions of an application. A partition's stream thread publishes a report now and then; the meters
 * read the last one, so that a scrape costs the stream nothing and counters are exact under restart.
 */
public final class LearnerMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(500), Duration.ofNanos(1_000), Duration.ofNanos(2_000), Duration.ofNanos(5_000),
        Duration.ofNanos(10_000), Duration.ofNanos(50_000), Duration.ofNanos(250_000), Duration.ofMillis(1),
        Duration.ofMillis(10)
    };

    private static final String SAMPLED = ", of each " + SampledTimer.EACH + "th";

    private static final List<String> DETECTORS = List.of("adwin", "page-hinkley");

    private final MeterRegistry registry;
    private final Map<Integer, Partition> partitions = new ConcurrentHashMap<>();

    public LearnerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Begins to meter a partition. */
    public Partition open(int partition) {
        return partitions.computeIfAbsent(partition, Partition::new);
    }

    /** The last report of each partition that this application holds, in the order of partitions. */
    public List<PartitionReport> reports() {
        return partitions.values().stream()
                .map(partition -> partition.last)
                .filter(report -> report != null)
                .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                .toList();
    }

    /** One partition's meters; used by its stream thread. */
    public final class Partition {
        private final int number;
        private final List<Meter> meters = new ArrayList<>();
        private final Set<String> candidates = new HashSet<>(); // that have a meter
        private final SampledTimer predict;
        private final SampledTimer learn;
        private volatile PartitionReport last;

        private Partition(int number) {
            this.number = number;
            counter("eddy.samples", "Records consumed", LearnerReport::learned, "outcome", "learned");
            counter("eddy.samples", "Records consumed", LearnerReport::predictedOnly, "outcome", "predicted_only");
            counter("eddy.samples", "Records consumed", LearnerReport::deadLettered, "outcome", "dead_lettered");
            counter("eddy.samples", "Records consumed", LearnerReport::tombstones, "outcome", "tombstone");
            for (RejectionCode code : RejectionCode.values()) {
                ToDoubleFunction<LearnerReport> count = r -> r.deadLetters().getOrDefault(code.name(), 0L);
                counter("eddy.dead.letters", "Samples rejected", count, "code", code.name());
            }
            counter(
                    "eddy.updates.refused",
                    "Updates that would not have been finite",
                    r -> r.training().updatesRefused());
            gauge("eddy.learned", "Labelled samples learned from: the model's version", LearnerReport::learned);
            gauge(
                    "eddy.learning.rate",
                    "Learning rate of the next update",
                    r -> r.training().rate());
            for (String detector : DETECTORS) {
                ToDoubleFunction<LearnerReport> count = r -> r.drifts().getOrDefault(detector, 0L);
                counter("eddy.drifts", "How often the answers became worse", count, "detector", detector);
            }
            counter(
                    "eddy.relaxation.iterations",
                    "Iterations in which a recurrent network settled",
                    r -> r.training().relaxationIterations());
            counter(
                    "eddy.relaxation.unsettled",
                    "Samples that a recurrent network did not settle on, nor learn from",
                    r -> r.training().unsettled());
            gauge(
                    "eddy.features",
                    "Inputs known: numbers, categories and what else fields become",
                    LearnerReport::features);
            gauge("eddy.classes", "Classes known", LearnerReport::classes);
            gauge("eddy.parameters", "Weights and biases", r -> r.training().parameters());
            windows("eddy.accuracy", "Right answers of all", "accuracy");
            windows("eddy.log.loss", "Mean of -ln p(label)", "logLoss");
            windows("eddy.rmse", "Root mean squared error, in the label's units", "rmse");
            windows("eddy.mae", "Mean absolute error, in the label's units", "mae");
            windows("eddy.skill", "1 - loss / loss of the best baseline", "skill");
            windows("eddy.macro.f1", "Mean F1 of the classes", "macroF1");
            windows("eddy.kappa.no.change", "Kappa against no-change", "kappaNoChange");
            gauge("eddy.balanced.accuracy", "Mean recall of the classes", r -> metric(r, "balancedAccuracy"));
            gauge("eddy.kappa", "Cohen's kappa", r -> metric(r, "kappa"));
            gauge("eddy.r2", "Explained part of the label's variance", r -> metric(r, "r2"));
            baseline("eddy.baseline.accuracy", "Right answers of a baseline", "accuracy", "majority");
            baseline("eddy.baseline.rmse", "Root mean squared error of a baseline", "rmse", "mean");
            meters.add(Gauge.builder("eddy.snapshot.bytes", this, p -> p.last == null ? 0 : p.last.snapshotBytes())
                    .description("Length of the model as it is stored")
                    .baseUnit("bytes")
                    .tags(tags())
                    .register(registry));
            predict = new SampledTimer(timer("eddy.predict", "Time to decode and answer a sample" + SAMPLED));
            learn = new SampledTimer(timer("eddy.learn", "Time to measure an answer and learn from it" + SAMPLED));
        }

        private Tags tags(String... more) {
            return Tags.of(more).and("partition", Integer.toString(number));
        }

        private void counter(String name, String about, ToDoubleFunction<LearnerReport> value, String... tags) {
            meters.add(FunctionCounter.builder(name, this, p -> p.read(value, 0))
                    .description(about)
                    .tags(tags(tags))
                    .register(registry));
        }

        private void gauge(String name, String about, ToDoubleFunction<LearnerReport> value, String... tags) {
            meters.add(Gauge.builder(name, this, p -> p.read(value, Double.NaN))
                    .description(about)
                    .tags(tags(tags))
                    .register(registry));
        }

        private void windows(String name, String about, String metric) {
            gauge(name, about, r -> metric(r, metric), "window", "all");
            gauge(name, about, r -> r.figures().recent().getOrDefault(metric, Double.NaN), "window", "recent");
            gauge(name, about, r -> r.figures().fading().getOrDefault(metric, Double.NaN), "window", "fading");
        }

        private void baseline(String name, String about, String metric, String other) {
            gauge(name, about, r -> baselineMetric(r, "noChange", metric), "baseline", "no_change");
            gauge(name, about, r -> baselineMetric(r, other, metric), "baseline", other);
        }

        private Timer timer(String name, String about) {
            Timer timer = Timer.builder(name)
                    .description(about)
                    .serviceLevelObjectives(BUCKETS)
                    .tags(tags())
                    .register(registry);
            meters.add(timer);
            return timer;
        }

        private double read(ToDoubleFunction<LearnerReport> value, double absent) {
            PartitionReport report = last;
            return report == null ? absent : value.applyAsDouble(report.report());
        }

        /** The time to answer one sample. */
        public SampledTimer predict() {
            return predict;
        }

        /** The time to measure and learn one sample. */
        public SampledTimer learn() {
            return learn;
        }

        /** What the meters show from now on. */
        public void publish(LearnerReport report, long snapshotBytes) {
            last = new PartitionReport(number, report, snapshotBytes);
            report.candidates().keySet().stream().filter(candidates::add).forEach(this::candidate);
        }

        private void candidate(String name) {
            ToDoubleFunction<LearnerReport> weight = r -> r.candidates().getOrDefault(name, Double.NaN);
            gauge("eddy.candidate.weight", "How much a candidate counts in the answers", weight, "candidate", name);
        }

        /** The partition goes elsewhere: its meters disappear. */
        public void close() {
            meters.forEach(registry::remove);
            partitions.remove(number, this);
        }
    }

    private static double metric(LearnerReport report, String name) {
        return report.figures().metrics().getOrDefault(name, Double.NaN);
    }

    private static double baselineMetric(LearnerReport report, String baseline, String name) {
        return report.figures().baselines().getOrDefault(baseline, Map.of()).getOrDefault(name, Double.NaN);
    }
}
