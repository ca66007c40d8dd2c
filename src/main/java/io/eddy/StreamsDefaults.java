package io.eddy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Where Eddy's defaults for Kafka Streams differ from Kafka's, and why. A key that the user sets wins. */
final class StreamsDefaults {
    private static final int LARGEST_REQUEST = 16 * 1024 * 1024;
    private static final int BATCH = 64 * 1024;

    private StreamsDefaults() {}

    static Map<String, Object> of(String applicationId, Map<String, String> given) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        defaults.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        defaults.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // a killed instance is missed after 6 s instead of 45 s
        unlessGiven(defaults, "consumer.", ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000, given);
        unlessGiven(defaults, "consumer.", ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500, given);
        String instance = instanceId(applicationId, given);
        // made of nothing that changes at a restart: it is a tag of each of Kafka's metrics
        defaults.put(
                StreamsConfig.CLIENT_ID_CONFIG, given.getOrDefault(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance));
        // and if it comes back sooner, it is the same member again and no one has to wait at all
        if (!"streams".equalsIgnoreCase(given.get(StreamsConfig.GROUP_PROTOCOL_CONFIG))) {
            defaults.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        }
        // a dead letter carries the whole sample, which may be larger than a producer sends by default
        unlessGiven(defaults, "producer.", ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST, given);
        // many short answers: fewer and smaller requests leave more time for learning, and none waits longer
        unlessGiven(defaults, "producer.", ProducerConfig.BATCH_SIZE_CONFIG, BATCH, given);
        unlessGiven(defaults, "producer.", ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4", given);
        return defaults;
    }

    /** To Kafka Streams a key with a prefix is stronger than the same without: ours must not beat the user's plain one. */
    private static void unlessGiven(
            Map<String, Object> defaults, String prefix, String key, Object value, Map<String, String> given) {
        if (given.keySet().stream().noneMatch(name -> name.equals(key) || name.endsWith("." + key))) {
            defaults.put(prefix + key, value);
        }
    }

    /** The same at each start on the same host with the same state directory, which only one process can hold. */
    private static String instanceId(String applicationId, Map<String, String> given) {
        String stateDirectory = given.getOrDefault(
                StreamsConfig.STATE_DIR_CONFIG,
                StreamsConfig.configDef()
                        .defaultValues()
                        .get(StreamsConfig.STATE_DIR_CONFIG)
                        .toString());
        String place =
                hostName() + ":" + Path.of(stateDirectory).toAbsolutePath().normalize();
        return applicationId + "-" + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
