package io.eddy.bench;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Rows at a steady rate, whether they are answered or not; the key of each is the time when it was sent. */
final class OpenLoop implements AutoCloseable {
    private final String topic;
    private final RowSource rows = new RowSource(1);
    private final KafkaProducer<byte[], byte[]> producer;
    private volatile RuntimeException failure;

    /** With a producer that has Kafka's defaults: it waits up to 5 ms for more rows. */
    OpenLoop(String bootstrapServers, String topic) {
        this.topic = topic;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void send() {
        byte[] now = ByteBuffer.allocate(Long.BYTES).putLong(System.nanoTime()).array();
        producer.send(new ProducerRecord<>(topic, 0, now, rows.next()), (sent, refused) -> {
            if (refused != null) {
                failure = new IllegalStateException("a row was not taken", refused);
            }
        });
    }

    /** Each at its time; one that is late is sent at once. */
    void send(int count, int perSecond) {
        long started = System.nanoTime();
        for (int n = 0; n < count; n++) {
            long due = started + n * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            send();
        }
        producer.flush();
        if (failure != null) {
            throw failure;
        }
    }

    /** When the row of this key was sent, on the clock of {@link System#nanoTime}. */
    static long sentAt(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    @Override
    public void close() {
        producer.close();
    }
}
