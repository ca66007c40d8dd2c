package io.eddy;

import io.eddy.metrics.LearnerMeters;
import io.eddy.store.LearnerStoreBuilder;
import io.eddy.stream.DirectOutlet;
import io.eddy.stream.LearnerProcessor;
import io.eddy.stream.Outlet;
import io.eddy.stream.PartitionLogs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The learner for a topology of one's own:
 *
 * <pre>{@code
 * KStream<byte[], byte[]> samples = builder.stream("samples", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()));
 * samples.process(LearnerProcessorSupplier.of(config, meterRegistry))
 *         .to("predictions", Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
 * }</pre>
 *
 * <p>It brings its own state store, with the changelog {@code <application.id>-eddy-learner-changelog}. Rejected samples
 * go to the dead letters' topic, which has to exist, in the same transaction. One learner to a topology.
 */
public final class LearnerProcessorSupplier implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    private final LearnerConfig config;
    private final LearnerMeters meters;
    private final PartitionLogs logs = new PartitionLogs();
    private final Function<ProcessorContext<byte[], byte[]>, Outlet> outlets;

    LearnerProcessorSupplier(
            LearnerConfig config, LearnerMeters meters, Function<ProcessorContext<byte[], byte[]>, Outlet> outlets) {
        this.config = config;
        this.meters = meters;
        this.outlets = outlets;
    }

    /**
     * A supplier whose predictions go to whatever follows it.
     *
     * @param config of the learner; its keys of Kafka's are not used, except for {@code application.id}
     * @param registry where the learner's meters are registered
     */
    public static LearnerProcessorSupplier of(LearnerConfig config, MeterRegistry registry) {
        return of(config, registry, Tags.empty());
    }

    /**
     * The same where several learners share a registry.
     *
     * @param tags of each of this learner's meters, that no other learner has; else the meters of both would be one
     */
    public static LearnerProcessorSupplier of(LearnerConfig config, MeterRegistry registry, Iterable<Tag> tags) {
        return new LearnerProcessorSupplier(
                Objects.requireNonNull(config, "config"),
                new LearnerMeters(Objects.requireNonNull(registry, "registry"), tags),
                context -> new DirectOutlet(context, config.deadLettersTopicIfGiven()));
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new LearnerProcessor(config.newDecoder(), meters, logs, outlets, config.mostAnswerBytes());
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(new LearnerStoreBuilder(config.learnerSettings()));
    }
}
