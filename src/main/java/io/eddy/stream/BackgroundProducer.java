package io.eddy.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A transactional producer that a stream thread does not wait for: records are put into Kafka's batches (headers, sizes,
 * compression) by a thread of the producer's own, while the next ones are learned from.
 *
 * <p>Records are handed over together, {@value Unsent#MOST_RECORDS} at a time, and in order. What is left leaves when the
 * transaction is flushed or committed; of an aborted one it is dropped, and its callbacks are not called. A record's bytes
 * must not change until then. After the first record that can't be sent no other is, and what {@link KafkaProducer#send}
 * threw is thrown by a later call, the commit at last. Interceptors, a {@code partitioner.class} and the callbacks of such
 * records are called on that thread.
 */
final class BackgroundProducer extends KafkaProducer<byte[], byte[]> {
    private static final int MOST_LEAVING = 4; // so that neither thread waits for each hiccup of the other
    private static final Future<RecordMetadata> ASK_THE_CALLBACK = CompletableFuture.failedFuture(
            new UnsupportedOperationException("only the callback is told what became of it"));

    private final ExecutorService background;
    private final Queue<CompletableFuture<Void>> leaving = new ArrayDeque<>();
    private Thread owner; // of the transaction
    private Unsent filling = new Unsent();
    private volatile RuntimeException failure; // of the transaction: no more of it is sent

    /** @param config with a {@code transactional.id} */
    BackgroundProducer(Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        background = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "eddy-producer | " + config.get(ProducerConfig.CLIENT_ID_CONFIG));
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void beginTransaction() {
        super.beginTransaction();
        owner = Thread.currentThread();
        failure = null; // the commit or abort of the one before has waited for all that was under way
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        if (Thread.currentThread() != owner) { // a dead letter of Kafka Streams', sent by a callback
            return super.send(record, callback);
        }
        requireSound();
        filling.add(record, callback);
        if (filling.isFull()) {
            awaitDepartures(MOST_LEAVING - 1);
            Unsent full = filling;
            leaving.add(CompletableFuture.runAsync(() -> sendAll(full), background));
            filling = new Unsent();
        }
        return ASK_THE_CALLBACK;
    }

    /** On either thread. */
    private void sendAll(Unsent records) {
        try {
            for (int i = 0; i < records.size() && failure == null; i++) {
                Future<RecordMetadata> sent = super.send(records.record(i), records.callback(i));
                if (sent.isDone()) {
                    sent.get(); // throws what only the callback was told: the next record would wait as long
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        } catch (ExecutionException e) {
            failure = new KafkaException("a record could not be sent", e.getCause());
        } catch (Throwable e) {
            failure = new KafkaException("records could not be sent", e);
        }
    }

    private void requireSound() {
        RuntimeException found = failure;
        if (found != null) {
            throw found;
        }
    }

    private void awaitDepartures(int left) {
        while (leaving.size() > left) {
            leaving.remove().join();
        }
    }

    private void sendRest() {
        awaitDepartures(0);
        Unsent rest = filling;
        filling = new Unsent();
        sendAll(rest);
    }

    @Override
    public void flush() {
        sendRest();
        super.flush();
    }

    @Override
    public void sendOffsetsToTransaction(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        sendRest();
        super.sendOffsetsToTransaction(offsets, group);
    }

    @Override
    public void commitTransaction() {
        sendRest();
        requireSound();
        super.commitTransaction();
        owner = null;
    }

    @Override
    public void abortTransaction() {
        drop();
        awaitDepartures(0);
        super.abortTransaction();
    }

    private void drop() {
        failure = new IllegalStateException("records of this transaction were dropped: it can be aborted only");
        filling = new Unsent();
    }

    @Override
    public void close(Duration timeout) {
        drop();
        background.shutdown();
        super.close(timeout);
    }
}
