package io.eddy.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a record can't be sent its transaction fails, and the next one is not touched by it. */
class BackgroundProducerFaultsIT extends ProducerOnKafka {
    @AfterEach
    void putNothingBefore() {
        Interposed.before = () -> {};
    }

    @Test
    void aRecordThatIsRefusedIsNamedAndNothingIsCommitted() {
        producer.beginTransaction();
        send(0, 2);
        send(new byte[2_000_000]);
        var unused = catchThrowable(() -> send(2, 3)); // refused already where the thread was quick
        producer.flush();
        assertThat(told).hasAtLeastOneElementOfType(RecordTooLargeException.class);
        assertThatThrownBy(() -> send(4, 5)).isInstanceOf(KafkaException.class);
        assertThatThrownBy(producer::commitTransaction).isInstanceOf(KafkaException.class);
        producer.abortTransaction();
        commitOneMore();
    }

    /** Kafka Streams gives the task up if a callback is told so. All records are there before the first is answered. */
    @Test
    void afterAnotherOfTheSameIdNothingIsCommitted() {
        open(Map.of("linger.ms", 10_000));
        producer.beginTransaction();
        send(0, 1);
        producer.flush();
        producer(Map.of()).close();
        send(1, TWO_AND_A_HALF);
        producer.flush();
        assertThat(told.remove(0)).isNull();
        assertThat(told).hasSizeGreaterThanOrEqualTo(TWO_AND_A_HALF - 1).allMatch(BackgroundProducerFaultsIT::isFenced);
        assertThatThrownBy(producer::commitTransaction).matches(BackgroundProducerFaultsIT::isFenced);
        assertThat(committed()).isEmpty();
    }

    private static boolean isFenced(Throwable e) {
        return e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException;
    }

    /** Finds the same partition for each record, after whatever a test puts before it. */
    public static final class Interposed implements Partitioner {
        private static volatile Runnable before = () -> {};

        @Override
        public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] bytes, Cluster cluster) {
            before.run();
            return 0;
        }

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    @ParameterizedTest
    @CsvSource({"0, false", "300, false", "639, false", "0, true", "300, true", "639, true"})
    void whatASendThrowsIsThrownByTheCommitAtLast(int number, boolean isError) {
        open(Map.of("partitioner.class", Interposed.class));
        AtomicInteger left = new AtomicInteger(number);
        Interposed.before = () -> {
            if (left.getAndDecrement() == 0) {
                if (isError) {
                    throw new OutOfMemoryError("planted");
                }
                throw new IllegalStateException("planted");
            }
        };
        producer.beginTransaction();
        assertThatThrownBy(() -> {
                    send(0, TWO_AND_A_HALF);
                    producer.commitTransaction();
                })
                .isInstanceOf(RuntimeException.class)
                .hasStackTraceContaining("planted");
        producer.abortTransaction();
        commitOneMore();
    }

    private void commitOneMore() {
        producer.beginTransaction();
        send(7, 8);
        producer.commitTransaction();
        assertThat(committed()).containsExactly("7");
    }

    @Test
    void anAbortWaitsForTheRecordThatIsBeingSent() throws Exception {
        open(Map.of("partitioner.class", Interposed.class));
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Interposed.before = () -> {
            entered.countDown();
            Awaitility.await().until(() -> released.getCount() == 0);
        };
        producer.beginTransaction();
        send(0, Unsent.MOST_RECORDS);
        entered.await();
        CompletableFuture<Void> abort = CompletableFuture.runAsync(producer::abortTransaction);
        assertThatThrownBy(() -> abort.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        released.countDown();
        abort.get();
        commitOneMore();
    }

    /** Each would wait for so long. */
    @Test
    void afterARecordThatCanNotBeSentNoOtherIsTried() {
        open(Map.of("max.block.ms", 5_000));
        producer.beginTransaction();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < TWO_AND_A_HALF; i++) {
                        var unused = producer.send(new ProducerRecord<>(topic, 99, null, new byte[1]), callback);
                    }
                    producer.commitTransaction();
                })
                .isInstanceOf(KafkaException.class);
        assertThat(told).singleElement().isInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
        producer.abortTransaction();
    }

    @Test
    void outsideOfATransactionNothingIsTaken() {
        producer.beginTransaction();
        producer.commitTransaction();
        assertThatThrownBy(() -> send(0, 1)).isInstanceOf(IllegalStateException.class);
        producer.close(Duration.ZERO); // Kafka's keeps such a record, and would wait for it
    }

    @Test
    void anAbortThatWasInterruptedIsNotCommitted() {
        producer.beginTransaction();
        send(0, TWO_AND_A_HALF);
        Thread.currentThread().interrupt();
        assertThatThrownBy(producer::abortTransaction).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(producer::commitTransaction).isInstanceOf(IllegalStateException.class);
        producer.abortTransaction();
        commitOneMore();
    }
}
