package io.eddy.stream;

import io.eddy.it.Client;
import io.eddy.it.KafkaCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A producer of Eddy's, a topic for it on a real broker, and what becomes of the records. */
abstract class ProducerOnKafka {
    static final int TWO_AND_A_HALF = 5 * Unsent.MOST_RECORDS / 2;

    @TempDir
    private static Path folder;

    static KafkaCluster kafka;

    final String topic = "t-" + UUID.randomUUID();
    final String id = "id-" + UUID.randomUUID();
    final List<Exception> told = Collections.synchronizedList(new ArrayList<>());
    final Callback callback = (metadata, exception) -> told.add(exception);
    KafkaProducer<byte[], byte[]> producer;

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
    }

    @AfterEach
    void close() {
        producer.close();
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", kafka.bootstrapServers());
        config.put("transactional.id", id);
        config.put("client.id", id);
        var made = (KafkaProducer<byte[], byte[]>) new BackgroundClientSupplier().getProducer(config);
        made.initTransactions();
        return made;
    }

    void send(int from, int to) {
        for (int i = from; i < to; i++) {
            send(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    void send(byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, value), callback);
    }

    List<String> committed() {
        return new Client(kafka.bootstrapServers())
                .committed(topic).stream()
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .toList();
    }

    static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    /** Another one with more settings. */
    void open(Map<String, Object> more) {
        producer.close();
        producer = producer(more);
    }
}
