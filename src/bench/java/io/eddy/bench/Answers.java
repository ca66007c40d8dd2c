package io.eddy.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Predictions as a reader of what is committed sees them, with the time at which it does. */
final class Answers implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private long seen;

    Answers(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition only = new TopicPartition(topic, 0);
        consumer.assign(List.of(only));
        consumer.seekToBeginning(List.of(only));
    }

    /** What to do with an answer: the time at which its row was sent, and that at which it was seen. */
    interface Listener {
        void answered(long sent, long seen);
    }

    /** Reads until so many were seen since the beginning. */
    void await(long count, Duration atMost, Listener listener) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (seen < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + seen + " of " + count + " rows were answered in " + atMost);
            }
            for (ConsumerRecord<byte[], byte[]> answer : consumer.poll(Duration.ofMillis(500))) {
                listener.answered(OpenLoop.sentAt(answer.key()), System.nanoTime());
                seen++;
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
