package io.eddy.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Rows of seven numbers and one of three classes, some 80 bytes of JSON; all from the seed. Most of them can be told apart. */
final class RowSource {
    /** The label's field. */
    static final String LABEL = "y";

    private static final String[] CLASSES = {"Kama", "Rosa", "Pima"};
    private static final int FEATURES = 7;

    private final Random random;
    private final double[][] means = new double[CLASSES.length][FEATURES];

    RowSource(long seed) {
        random = new Random(seed);
        for (double[] mean : means) {
            for (int k = 0; k < FEATURES; k++) {
                mean[k] = 15 + 1.5 * random.nextGaussian();
            }
        }
    }

    byte[] next() {
        int chosen = random.nextInt(CLASSES.length);
        StringBuilder row = new StringBuilder(96).append('{');
        for (int k = 0; k < FEATURES; k++) {
            long hundredths = Math.round(100 * (means[chosen][k] + 1.5 * random.nextGaussian()));
            row.append('"')
                    .append((char) ('a' + k))
                    .append("\":")
                    .append(hundredths / 100.0)
                    .append(',');
        }
        row.append('"').append(LABEL).append("\":\"").append(CLASSES[chosen]).append("\"}");
        return row.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** So many rows to a topic, its partitions in turn, as fast as a producer with Kafka's defaults takes them. */
    void fill(String bootstrapServers, String topic, int partitions, int rows) {
        Map<String, Object> properties = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int n = 0; n < rows; n++) {
                producer.send(new ProducerRecord<>(topic, n % partitions, null, next()), (sent, failure) -> {
                    if (failure != null) {
                        throw new IllegalStateException("a row was not taken", failure);
                    }
                });
            }
        }
    }
}
