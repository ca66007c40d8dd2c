package io.eddy.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.Kafka;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.awaitility.Awaitility;

/**
 * Kafka as it is deployed: each node a process of Kafka's own main class with a file of properties, broker and controller in
 * one. What is not given here is Kafka's default.
 */
final class KafkaCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final List<Integer> clientPorts;
    private final List<Path> configs = new ArrayList<>();
    private final List<EddyProcess> nodes = new ArrayList<>();

    private KafkaCluster(Path folder, List<Integer> clientPorts) {
        this.folder = folder;
        this.clientPorts = clientPorts;
    }

    /** One node; the internal topics, which by default have three replicas, have one. */
    static KafkaCluster single(Path folder) throws Exception {
        return start(
                folder,
                1,
                Map.of(
                        "offsets.topic.replication.factor", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1"));
    }

    /** Three nodes; a record is written when two have it. */
    static KafkaCluster ofThree(Path folder) throws Exception {
        return start(folder, 3, Map.of("min.insync.replicas", "2"));
    }

    private static KafkaCluster start(Path folder, int count, Map<String, String> settings) throws Exception {
        List<Integer> ports = freePorts(2 * count);
        KafkaCluster cluster = new KafkaCluster(folder, ports.subList(0, count));
        String voters = IntStream.range(0, count)
                .mapToObj(node -> node + "@127.0.0.1:" + ports.get(count + node))
                .collect(Collectors.joining(","));
        String clusterId = Uuid.randomUuid().toString();
        for (int node = 0; node < count; node++) {
            Path data = folder.resolve("node-" + node);
            Map<String, String> all = new LinkedHashMap<>(settings);
            all.put("node.id", Integer.toString(node));
            all.put("process.roles", "broker,controller");
            all.put(
                    "listeners",
                    "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                            .formatted(ports.get(node), ports.get(count + node)));
            all.put("controller.listener.names", "CONTROLLER");
            all.put("controller.quorum.voters", voters);
            all.put("log.dirs", data.toString());
            // by their timestamps the rows of a test are years old, and Kafka's seven days are over at once
            all.put("log.retention.ms", "-1");
            cluster.configs.add(Files.write(
                    folder.resolve("node-" + node + ".properties"),
                    all.entrySet().stream().map(Object::toString).toList()));
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(node)
                    .setClusterId(clusterId)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .run();
            cluster.nodes.add(cluster.process(node));
        }
        cluster.awaitNodes();
        return cluster;
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private EddyProcess process(int node) {
        return EddyProcess.start(folder, Kafka.class, configs.get(node).toString());
    }

    String bootstrapServers() {
        return clientPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** SIGKILL. */
    void kill(int node) {
        nodes.get(node).kill();
    }

    /** Up again with the same data, and returns when every node has a replica of every partition that is in sync. */
    void restart(int node) throws Exception {
        nodes.set(node, process(node));
        awaitNodes();
        await(admin -> {
            try {
                return admin
                        .describeTopics(admin.listTopics(new ListTopicsOptions().listInternal(true))
                                .names()
                                .get())
                        .allTopicNames()
                        .get()
                        .values()
                        .stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(this::isInSync);
            } catch (ExecutionException | InterruptedException e) {
                return false;
            }
        });
    }

    private boolean isInSync(TopicPartitionInfo partition) {
        return partition.isr().size() == nodes.size();
    }

    private void awaitNodes() {
        await(admin -> {
            try {
                return admin.describeCluster().nodes().get().size() == nodes.size();
            } catch (ExecutionException | InterruptedException e) {
                return false;
            }
        });
    }

    private void await(Predicate<Admin> condition) {
        try (Admin admin = admin()) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> condition.test(admin));
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    @Override
    public void close() {
        nodes.forEach(EddyProcess::kill);
    }
}
