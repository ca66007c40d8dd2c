package io.eddy.bench;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends rows to a topic, its partitions in turn, as fast as a producer with Kafka's defaults takes them. */
final class Filler implements AutoCloseable {
    private final String topic;
    private final int partitions;
    private final RowSource rows;
    private final KafkaProducer<byte[], byte[]> producer;
    private long sent;
    private volatile Exception failure;

    Filler(String bootstrapServers, String topic, int partitions, long seed) {
        this.topic = topic;
        this.partitions = partitions;
        rows = new RowSource(seed);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns when the broker has them. */
    void send(int count) {
        for (int n = 0; n < count; n++) {
            int partition = (int) (sent++ % partitions);
            producer.send(new ProducerRecord<>(topic, partition, null, rows.next()), (taken, refused) -> {
                if (refused != null) {
                    failure = refused;
                }
            });
        }
        producer.flush();
        if (failure != null) {
            throw new IllegalStateException("a row was not taken", failure);
        }
    }

    long sent() {
        return sent;
    }

    @Override
    public void close() {
        producer.close();
    }
}
