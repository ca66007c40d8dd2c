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
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A transactional producer that a stream thread does not wait for: records are put into Kafka's batches (headers, sizes,
 * compression) by a thread of the producer's own, while the next ones are learned from.
 *
 * <p>Records are handed over together, {@value Unsent#MOST_RECORDS} at a time, and in order. What is left leaves when the
 * transaction is flushed or committed, so a record waits no longer than for the commit that makes it visible; of an aborted
 * one it is dropped. A record's bytes must not change until then. What {@link KafkaProducer#send} throws is thrown by a
 * later call, the commit at last.
 */
final class BackgroundProducer extends KafkaProducer<byte[], byte[]> {
    private static final int MOST_LEAVING = 4; // so that neither thread waits for each hiccup of the other
    private static final Future<RecordMetadata> ASK_THE_CALLBACK = CompletableFuture.failedFuture(
            new UnsupportedOperationException("only the callback is told what became of it"));

    private final ExecutorService background;
    private final Queue<Future<?>> leaving = new ArrayDeque<>();
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
        failure = null; // nothing of an earlier transaction is left, or Kafka would not have begun another
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
            Unsent full = takeFilling();
            leaving.add(background.submit(() -> sendAll(full)));
        }
        return ASK_THE_CALLBACK;
    }

    private Unsent takeFilling() {
        Unsent taken = filling;
        filling = new Unsent();
        return taken;
    }

    /** On either thread. */
    private void sendAll(Unsent records) {
        try {
            for (int i = 0; i < records.size() && failure == null; i++) {
                var unused = super.send(records.record(i), records.callback(i));
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void requireSound() {
        RuntimeException found = failure;
        if (found != null) {
            throw found;
        }
    }

    private void awaitDepartures(int left) {
        try {
            while (leaving.size() > left) {
                leaving.remove().get();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            failure = new KafkaException("records could not be sent", e.getCause());
            throw failure;
        }
    }

    private void sendRest() {
        awaitDepartures(0);
        sendAll(takeFilling());
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
