package io.eddy.metrics;

import io.eddy.learner.OnlineLearner;
import io.eddy.wire.Prediction;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * The meters of all partitions of an application. A partition's stream thread publishes a report with each commit; almost all
 * meters read the last one, so that a scrape costs the stream nothing and counters are exact under restart.
 */
public final class LearnerMeters {
    private static final Duration[] TIMES = {
        Duration.ofNanos(500), Duration.ofNanos(1_000), Duration.ofNanos(2_000), Duration.ofNanos(5_000),
        Duration.ofNanos(10_000), Duration.ofNanos(50_000), Duration.ofNanos(250_000), Duration.ofMillis(1),
        Duration.ofMillis(10)
    };

    /** -ln of the probabilities 0.99, 0.9, 0.75, 0.5, 0.25, 0.1 and 0.01, about, and the greatest that there is. */
    private static final double[] LOSSES = {0.01, 0.1, 0.3, 0.7, 1.4, 2.3, 4.6, 16.2};

    private static final String SAMPLED = ", of each " + SampledTimer.EACH + "th";

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<Integer, Partition> partitions = new ConcurrentHashMap<>();

    public LearnerMeters(MeterRegistry registry) {
        this(registry, Tags.empty());
    }

    /** @param tags of each meter, beside those of its own */
    public LearnerMeters(MeterRegistry registry, Iterable<Tag> tags) {
        this.registry = registry;
        this.tags = Tags.of(tags);
    }

    /** Begins to meter a partition. */
    public Partition open(int partition) {
        return partitions.computeIfAbsent(partition, Partition::new);
    }

    /** The last report of each partition that this application holds, in the order of partitions. */
    public List<PartitionReport> reports() {
        return partitions.values().stream()
                .map(partition -> partition.last)
                .filter(published -> published != null)
                .map(Published::partition)
                .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                .toList();
    }

    /** What else there is to see of the partitions that this application holds, in their order. */
    public List<PartitionJournal> journals() {
        return partitions.values().stream()
                .map(Partition::journal)
                .sorted(Comparator.comparingInt(PartitionJournal::partition))
                .toList();
    }

    /** One partition's meters; used by its stream thread. */
    public final class Partition {
        private record Series(LearnerMeter meter, String tagValue) {}

        private final int number;
        private final Map<Series, Meter> series = new HashMap<>();
        private final Timer predict;
        private final Timer learn;
        private final DistributionSummary loss;
        private final SampledTimer predictTimer;
        private final SampledTimer learnTimer;
        private final PartitionJournal journal;
        private long measured;
        private long newest; // the last sample's timestamp
        private boolean answered; // since the last commit
        private Duration restoration = Duration.ZERO;
        private volatile Published last;

        private Partition(int number) {
            this.number = number;
            journal = new PartitionJournal(number);
            predict = timer("eddy.predict", "Time to decode and answer a sample");
            learn = timer("eddy.learn", "Time to measure an answer and learn from it");
            loss = DistributionSummary.builder("eddy.loss")
                    .description("Loss of an answer: -ln p(label), or the squared error" + SAMPLED)
                    .serviceLevelObjectives(LOSSES)
                    .tags(tags())
                    .register(registry);
            predictTimer = new SampledTimer(predict);
            learnTimer = new SampledTimer(learn);
        }

        private Timer timer(String name, String about) {
            return Timer.builder(name)
                    .description(about + SAMPLED + ", at most one a millisecond")
                    .serviceLevelObjectives(TIMES)
                    .tags(tags())
                    .register(registry);
        }

        private Tags tags() {
            return tags.and("partition", Integer.toString(number));
        }

        /** The time to answer one sample. */
        public SampledTimer predict() {
            return predictTimer;
        }

        /** The time to measure and learn one sample. */
        public SampledTimer learn() {
            return learnTimer;
        }

        /** A sample has been answered. */
        public void answered(long timestamp, Prediction prediction) {
            newest = timestamp;
            answered = true;
            if (prediction.isAnswered() && prediction.isLabelled() && measured++ % SampledTimer.EACH == 0) {
                loss.record(prediction.loss());
            }
        }

        /** The partition has come; this is its learner. */
        public void opened(OnlineLearner learner, long snapshotBytes, Duration restored) {
            restoration = restored;
            publish(learner, snapshotBytes, 0, Double.NaN);
        }

        /** The learner has been written. */
        public void committed(OnlineLearner learner, long snapshotBytes, long now) {
            double behind = answered ? now - newest : last.behind(); // rejected samples are no measure of it
            answered = false;
            publish(learner, snapshotBytes, now, behind);
        }

        private void publish(OnlineLearner learner, long snapshotBytes, long committed, double behind) {
            PartitionReport report = new PartitionReport(number, learner.report(), snapshotBytes);
            publish(new Published(report, learner.activity(), committed, behind, restoration));
        }

        /** What is no figure. */
        public PartitionJournal journal() {
            return journal;
        }

        /** What the meters show from now on. */
        void publish(Published published) {
            Set<Series> present = new LinkedHashSet<>();
            for (LearnerMeter meter : MeterTable.ALL) {
                meter.tagValues().apply(published).forEach(value -> present.add(new Series(meter, value)));
            }
            series.entrySet().removeIf(entry -> !present.contains(entry.getKey()) && remove(entry.getValue()));
            last = published;
            present.forEach(one -> series.computeIfAbsent(one, this::register));
        }

        private Meter register(Series one) {
            LearnerMeter meter = one.meter();
            Tags all = meter.tag() == null ? tags() : tags().and(meter.tag(), one.tagValue());
            ToDoubleFunction<Partition> value = p -> meter.value().applyAsDouble(p.last, one.tagValue());
            return meter.type() == Meter.Type.COUNTER
                    ? FunctionCounter.builder(meter.name(), this, value)
                            .description(meter.about())
                            .tags(all)
                            .register(registry)
                    : Gauge.builder(meter.name(), this, value)
                            .description(meter.about())
                            .baseUnit(meter.unit())
                            .tags(all)
                            .register(registry);
        }

        private boolean remove(Meter meter) {
            return registry.remove(meter) != null;
        }

        /** The partition goes elsewhere: its meters disappear. */
        public void close() {
            series.values().forEach(registry::remove);
            List.of(predict, learn, loss).forEach(registry::remove);
            partitions.remove(number, this);
        }
    }
}
