package io.eddy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whatever is handed over is sent, in order and once; of what is aborted nothing is. */
class BackgroundProducerIT extends ProducerOnKafka {
    @Test
    void allAreCommittedInOrder() {
        int sent = 0;
        for (int records : new int[] {1, 20 * Unsent.MOST_RECORDS, 3, TWO_AND_A_HALF}) {
            producer.beginTransaction();
            send(sent, sent += records);
            producer.commitTransaction();
        }
        assertThat(committed()).isEqualTo(numbers(0, sent));
        assertThat(told).hasSize(sent).containsOnlyNulls();
    }

    @Test
    void offsetsAreCommittedWithTheRecords() {
        producer.beginTransaction();
        send(0, TWO_AND_A_HALF);
        Map<String, Object> group = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", id, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(group, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var offsets = Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(1));
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
            assertThat(consumer.committed(offsets.keySet())).isEqualTo(offsets);
        }
        assertThat(committed()).isEqualTo(numbers(0, TWO_AND_A_HALF));
    }

    @Test
    void aFlushLeavesNoneBehind() {
        producer.beginTransaction();
        send(0, TWO_AND_A_HALF);
        producer.flush();
        assertThat(told).hasSize(TWO_AND_A_HALF).containsOnlyNulls();
        producer.abortTransaction();
    }

    @Test
    void ofAnAbortedTransactionNothingIsLeft() {
        for (int round = 0; round < 5; round++) {
            producer.beginTransaction();
            send(0, TWO_AND_A_HALF);
            producer.abortTransaction();
            producer.beginTransaction();
            send(round, round + 1);
            producer.commitTransaction();
        }
        assertThat(committed()).isEqualTo(numbers(0, 5));
    }

    @Test
    void longRecordsDoNotWaitForMany() {
        producer.beginTransaction();
        send(new byte[Unsent.MOST_BYTES]);
        Awaitility.await().until(() -> told.size() == 1);
        assertThat(told).containsOnlyNulls();
        producer.abortTransaction();
    }

    @Test
    void aRecordOfAnotherThreadLeavesAtOnce() throws Exception {
        producer.beginTransaction();
        Thread other = new Thread(() -> send(0, 1));
        other.start();
        other.join();
        Awaitility.await().until(() -> told.size() == 1);
        assertThat(told).containsOnlyNulls();
        producer.abortTransaction();
    }

    @Test
    void itsThreadEndsWithIt() {
        producer.beginTransaction();
        send(0, TWO_AND_A_HALF);
        producer.flush();
        assertThat(hasThread()).isTrue();
        send(0, TWO_AND_A_HALF);
        producer.close();
        Awaitility.await().until(() -> !hasThread());
        open(Map.of()); // aborts what was left open
        assertThat(committed()).isEmpty();
    }

    private boolean hasThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("eddy-producer | " + id));
    }
}
