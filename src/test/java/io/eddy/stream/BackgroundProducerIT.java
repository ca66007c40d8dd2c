package io.eddy.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.it.KafkaCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is handed over is sent, in order and once, or its callback says why not. */
class BackgroundProducerIT {
    private static final int TWO_AND_A_HALF = 5 * Unsent.MOST_RECORDS / 2;

    @TempDir
    private static Path folder;

    private static KafkaCluster kafka;

    private final String topic = "t-" + UUID.randomUUID();
    private final String id = "id-" + UUID.randomUUID();
    private final List<Exception> told = Collections.synchronizedList(new ArrayList<>());
    private final Callback callback = (metadata, exception) -> told.add(exception);
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() throws Exception {
        kafka = KafkaCluster.single(folder);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void open() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        producer = producer(Map.of());
        producer.initTransactions();
    }

    @AfterEach
    void close() {
        producer.close();
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", kafka.bootstrapServers());
        config.put("transactional.id", id);
        config.put("client.id", id);
        return (KafkaProducer<byte[], byte[]>) new BackgroundClientSupplier().getProducer(config);
    }

    private void send(int from, int to) {
        for (int i = from; i < to; i++) {
            send(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void send(byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, value), callback);
    }

    private List<String> committed() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return values;
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

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
    void theOffsetsOfATransactionComeAfterItsRecords() {
        producer.beginTransaction();
        send(0, TWO_AND_A_HALF);
        Map<String, Object> group = Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", id);
        try (var consumer = new KafkaConsumer<>(group, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            producer.sendOffsetsToTransaction(
                    Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(1)), consumer.groupMetadata());
        }
        producer.flush();
        assertThat(told).hasSize(TWO_AND_A_HALF).containsOnlyNulls();
        producer.commitTransaction();
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
    void aRecordThatIsRefusedIsNamedAndNothingIsCommitted() {
        producer.beginTransaction();
        send(0, 1);
        send(new byte[2_000_000]);
        send(2, 4);
        producer.flush();
        assertThat(told).hasAtLeastOneElementOfType(RecordTooLargeException.class);
        assertThatThrownBy(() -> send(4, 5)).isInstanceOf(KafkaException.class);
        assertThatThrownBy(producer::commitTransaction).isInstanceOf(KafkaException.class);
        producer.abortTransaction();
        producer.beginTransaction();
        send(7, 8);
        producer.commitTransaction();
        assertThat(committed()).containsExactly("7");
    }

    /** Kafka Streams gives the task up if a callback is told so. */
    @Test
    void afterAnotherOfTheSameIdNothingIsCommitted() {
        producer.beginTransaction();
        send(0, 1);
        producer.flush();
        try (KafkaProducer<byte[], byte[]> next = producer(Map.of())) {
            next.initTransactions();
            send(1, TWO_AND_A_HALF);
            producer.flush();
        }
        assertThat(told.remove(0)).isNull();
        assertThat(told).hasSizeGreaterThanOrEqualTo(TWO_AND_A_HALF - 1).allMatch(BackgroundProducerIT::isFenced);
        assertThatThrownBy(producer::commitTransaction).matches(BackgroundProducerIT::isFenced);
        assertThat(committed()).isEmpty();
    }

    private static boolean isFenced(Throwable e) {
        return e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException;
    }

    @Test
    void whatASendThrowsIsThrownLater() {
        producer.close();
        producer = producer(Map.of("partitioner.class", Thrower.class));
        producer.initTransactions();
        producer.beginTransaction();
        assertThatThrownBy(() -> send(0, Integer.MAX_VALUE)).hasMessage("thrown");
        producer.abortTransaction();
        producer.beginTransaction();
        send(0, 1);
        assertThatThrownBy(producer::commitTransaction).hasMessage("thrown");
        producer.abortTransaction();
    }

    /** A partitioner with a fault of its own. */
    public static final class Thrower implements Partitioner {
        @Override
        public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] bytes, Cluster cluster) {
            throw new IllegalStateException("thrown");
        }

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configs) {}
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
        producer.beginTransaction();
        send(7, 8);
        producer.commitTransaction();
        assertThat(committed()).containsExactly("7");
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
        assertThat(committed()).isEmpty();
    }

    private boolean hasThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("eddy-producer | " + id));
    }
}
