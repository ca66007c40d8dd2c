package io.eddy.bench;

import io.eddy.LearnerConfig;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** Kafka Streams that does nothing: bytes from the samples topic to the predictions topic, exactly once. */
public final class CopyApplication {
    private static final List<String> NEEDED = List.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            StreamsConfig.STATE_DIR_CONFIG,
            StreamsConfig.NUM_STREAM_THREADS_CONFIG);

    private CopyApplication() {}

    /** Arguments: a configuration of Eddy's, and whether Kafka's own settings take the place of Eddy's. */
    public static void main(String[] args) throws Exception {
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            given.load(reader);
        }
        Map<String, String> keys = new HashMap<>();
        given.stringPropertyNames().forEach(key -> keys.put(key, given.getProperty(key)));
        LearnerConfig config = LearnerConfig.of(keys);

        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(config.samplesTopic(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .to(config.predictionsTopic(), Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));

        Properties properties = new Properties();
        properties.putAll(config.streamsProperties());
        if (Boolean.parseBoolean(args[1])) {
            properties.keySet().retainAll(NEEDED);
            properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        }
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        KafkaStreams streams = new KafkaStreams(builder.build(), properties);
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
    }
}
