package io.eddy;

import io.eddy.metrics.LearnerMeters;
import io.eddy.stream.SampleTimestamps;
import io.eddy.stream.SinkOutlet;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** The topology that {@code eddy run} runs: samples in, predictions and dead letters out. */
public final class LearnerTopology {
    private static final String SAMPLES = "samples";
    private static final String LEARNER = "learner";

    private LearnerTopology() {}

    /** A source, the learner with its store, and two sinks that keep the sample's partition. */
    public static Topology build(LearnerConfig config, LearnerMeters meters) {
        SinkOutlet.SamePartition partition = new SinkOutlet.SamePartition();
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        SAMPLES,
                        new SampleTimestamps(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        config.samplesTopic())
                .addProcessor(
                        LEARNER,
                        new LearnerProcessorSupplier(config, meters, context -> new SinkOutlet(context, partition)),
                        SAMPLES)
                .addSink(SinkOutlet.PREDICTIONS, config.predictionsTopic(), bytes, bytes, partition, LEARNER)
                .addSink(SinkOutlet.DEAD_LETTERS, config.deadLettersTopic(), bytes, bytes, partition, LEARNER);
    }
}
