package io.eddy.bench;

import io.eddy.it.KafkaCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;

/** A broker in a process of its own with Kafka's defaults, and a folder; both are gone after it. */
final class Testbed implements AutoCloseable {
    private static final int SECONDS = 30;

    private final TemporaryFolder folder = new TemporaryFolder();
    private final KafkaCluster kafka;
    private final Admin admin;

    Testbed() throws Exception {
        this(Map.of());
    }

    /** With settings of the broker that are not Kafka's default. */
    Testbed(Map<String, String> settings) throws Exception {
        try {
            kafka = KafkaCluster.single(folder.path(), settings);
        } catch (Exception e) {
            folder.close();
            throw e;
        }
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    Path folder() {
        return folder.path();
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
        try (Filler filler = new Filler(bootstrapServers(), topic, partitions, seed)) {
            filler.send(rows);
        }
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
    public void close() {
        try {
            admin.close();
        } finally {
            kafka.close();
            folder.close();
        }
    }
}
