package io.eddy.cli;

import io.eddy.problem.Problem;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Rows on their way to a topic; the first that a broker does not take ends it. */
final class Delivery {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicReference<Exception> failed = new AtomicReference<>();

    Delivery(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Sends a row; returns before a broker has it. */
    void send(byte[] key, byte[] sample) {
        requireNoFailure();
        var unused = producer.send(new ProducerRecord<>(topic, key, sample), (metadata, error) -> {
            if (error != null) {
                failed.compareAndSet(null, error);
            }
        });
    }

    /** Returns when brokers have acknowledged every row. */
    void complete() {
        producer.flush();
        requireNoFailure();
    }

    private void requireNoFailure() {
        Exception error = failed.get();
        if (error != null) {
            throw Problem.failure(
                    "a row could not be sent to " + topic,
                    error.getClass().getSimpleName() + ": " + error.getMessage(),
                    "rows before it may have been sent; mend the cause and send the rest",
                    error);
        }
    }
}
