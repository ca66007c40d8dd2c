package io.eddy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/** The README's Java; a test runs it, another compares the two. */
final class LibraryExample {
    private LibraryExample() {}

    static Topology topology(MeterRegistry meterRegistry) {
        // README
        LearnerConfig config = LearnerConfig.of(Map.of("eddy.label", "variety"));

        StreamsBuilder builder = new StreamsBuilder();
        KStream<byte[], byte[]> samples =
                builder.stream("samples", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()));

        // brings its own state store; rejected samples go to <application.id>-dead-letters in the same transaction
        samples.process(LearnerProcessorSupplier.of(config, meterRegistry))
                .to("predictions", Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));

        // new KafkaStreams(builder.build(), properties).start(), with processing.guarantee=exactly_once_v2
        // README
        return builder.build();
    }
}
