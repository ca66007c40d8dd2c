package io.eddy.bench;

import io.eddy.it.KafkaCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;

/** A broker in a process of its own with Kafka's defaults, and a folder; both are gone after it. */
final class Testbed implements AutoCloseable {
    private static final int SECONDS = 30;

    private final Path folder;
    private final KafkaCluster kafka;
    private final Admin admin;

    Testbed() throws Exception {
        folder = Files.createTempDirectory("eddy-bench");
        try {
            kafka = KafkaCluster.single(folder);
        } catch (Exception e) {
            delete();
            throw e;
        }
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    Path folder() {
        return folder;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    Admin admin() {
        return admin;
    }

    long brokerPid() {
        return kafka.pid(0);
    }

    /** Returns when the broker knows of the topic, which is a little later than the controller does. */
    void create(String topic, int partitions, Map<String, String> configs) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(configs)))
                .all()
                .get(SECONDS, TimeUnit.SECONDS);
        Awaitility.await()
                .atMost(Duration.ofSeconds(SECONDS))
                .ignoreExceptions()
                .until(() -> !admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .isEmpty());
    }

    /** Rows that wait to be read. */
    void fill(String topic, int partitions, int rows, long seed) throws Exception {
        create(topic, partitions, Map.of());
        new RowSource(seed).fill(bootstrapServers(), topic, partitions, rows);
    }

    /** Length of a topic's log on the broker's disk, with all that Kafka adds. */
    long logBytes(String topic) throws Exception {
        return admin
                .describeLogDirs(List.of(0))
                .allDescriptions()
                .get(SECONDS, TimeUnit.SECONDS)
                .get(0)
                .values()
                .stream()
                .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals(topic))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    /** Deletes an application's own topics. */
    void forget(String applicationId) throws Exception {
        List<String> own = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS).stream()
                .filter(topic -> topic.startsWith(applicationId + "-"))
                .toList();
        admin.deleteTopics(own).all().get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        try {
            admin.close();
        } finally {
            kafka.close();
            delete();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
