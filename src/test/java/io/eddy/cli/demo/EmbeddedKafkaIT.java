package io.eddy.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eddy.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final TopicPartition SAMPLES = new TopicPartition("samples", 0);

    @TempDir
    private Path directory;

    @Test
    void servesTransactionsAndKeepsThemOverARestartOnAnotherPort() throws Exception {
        int anotherPort;
        try (var kafka = EmbeddedKafka.start(directory, 0);
                var free = new ServerSocket(0)) {
            anotherPort = free.getLocalPort();
            var address = kafka.bootstrapServers();
            createTopic(address);
            try (var producer = producer(address)) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(SAMPLES.topic(), "kept")).get();
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(SAMPLES.topic(), "dropped")).get();
                producer.abortTransaction();
            }
            assertThat(committed(address)).containsExactly("kept");
        }
        try (var kafka = EmbeddedKafka.start(directory, anotherPort)) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + anotherPort);
            assertThat(committed(kafka.bootstrapServers())).containsExactly("kept");
        }
    }

    @Test
    void startsAtOnceAfterAKillAndAbortsWhatWasOpen() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var child = new ProcessBuilder(java, "-cp", classPath, Killed.class.getName(), directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(child.waitFor()).isEqualTo(Killed.EXIT_CODE);
        long begun = System.nanoTime();
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            // a start that waited for the killed broker's session would take its 9 s, and what a start takes
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
            var address = kafka.bootstrapServers();
            await().until(() -> end(address, "read_committed") == end(address, "read_uncommitted"));
            assertThat(committed(address)).containsExactly("kept");
        }
    }

    @Test
    void aTakenPortIsAProblemThatNamesIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, other.getLocalPort()))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(String.valueOf(other.getLocalPort()));
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryInUseIsAProblemThatNamesIt() {
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, 0))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(directory.toString());
            assertThat(kafka.directory()).isEqualTo(directory);
        }
    }

    private static void createTopic(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(SAMPLES.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<String, String> producer(String address) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", address, "transactional.id", "test", "transaction.timeout.ms", 5000);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private static List<String> committed(String address) {
        var values = new ArrayList<String>();
        try (var consumer = consumer(address, "read_committed")) {
            consumer.seekToBeginning(List.of(SAMPLES));
            while (consumer.position(SAMPLES)
                    < consumer.endOffsets(List.of(SAMPLES)).get(SAMPLES)) {
                consumer.poll(Duration.ofMillis(100)).forEach(sample -> values.add(sample.value()));
            }
        }
        return values;
    }

    private static long end(String address, String isolation) {
        try (var consumer = consumer(address, isolation)) {
            return consumer.endOffsets(List.of(SAMPLES)).get(SAMPLES);
        }
    }

    private static KafkaConsumer<String, String> consumer(String address, String isolation) {
        var settings = Map.<String, Object>of("bootstrap.servers", address, "isolation.level", isolation);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(List.of(SAMPLES));
        return consumer;
    }

    /** A process that ends, as by SIGKILL, with a transaction open. */
    static final class Killed {
        static final int EXIT_CODE = 9;

        private Killed() {}

        public static void main(String[] arguments) throws Exception {
            var address = EmbeddedKafka.start(Path.of(arguments[0]), 0).bootstrapServers();
            createTopic(address);
            var producer = producer(address);
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(SAMPLES.topic(), "kept")).get();
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(SAMPLES.topic(), "open")).get();
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
