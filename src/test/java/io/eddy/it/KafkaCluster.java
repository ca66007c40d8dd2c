package io.eddy.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/** {@link KafkaNode}s that make one Kafka. */
public final class KafkaCluster implements AutoCloseable {
    private final List<KafkaNode> nodes = new ArrayList<>();

    private KafkaCluster() {}

    /** One node; the internal topics, which by default have three replicas, have one. */
    public static KafkaCluster single(Path folder) throws Exception {
        return single(folder, Map.of());
    }

    /** The same with settings that are not Kafka's default. */
    public static KafkaCluster single(Path folder, Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("offsets.topic.replication.factor", "1");
        all.putIfAbsent("transaction.state.log.replication.factor", "1");
        all.putIfAbsent("transaction.state.log.min.isr", "1");
        return start(folder, 1, all);
    }

    /** Three nodes; a record is written when two have it. */
    public static KafkaCluster ofThree(Path folder) throws Exception {
        return start(folder, 3, Map.of("min.insync.replicas", "2"));
    }

    private static KafkaCluster start(Path folder, int count, Map<String, String> settings) throws Exception {
        KafkaCluster cluster = new KafkaCluster();
        List<Integer> ports = freePorts(2 * count);
        for (int id = 0; id < count; id++) {
            cluster.nodes.add(new KafkaNode(folder, id, ports.get(2 * id), ports.get(2 * id + 1)));
        }
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("offsets.topic.num.partitions", "5"); // 50 of them take their time
        all.putIfAbsent("transaction.state.log.num.partitions", "5");
        String voters = cluster.nodes.stream().map(KafkaNode::voter).collect(Collectors.joining(","));
        String clusterId = Uuid.randomUuid().toString();
        for (KafkaNode node : cluster.nodes) {
            node.format(clusterId, voters, all);
        }
        try {
            cluster.nodes.forEach(KafkaNode::start);
            cluster.awaitAllServe();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
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

    public String bootstrapServers() {
        return nodes.stream().map(KafkaNode::address).collect(Collectors.joining(","));
    }

    /** The process of a node. */
    public long pid(int node) {
        return nodes.get(node).pid();
    }

    /** SIGKILL. */
    void kill(int node) {
        nodes.get(node).kill();
    }

    /** Up again with the same data; returns when every node has a replica of every partition, and all are in sync. */
    void restart(int node) {
        nodes.get(node).start();
        awaitAllServe();
        await(bootstrapServers(), this::isInSync);
    }

    private boolean isInSync(Admin admin) throws Exception {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition -> partition.isr().size() == nodes.size());
    }

    private void awaitAllServe() {
        for (KafkaNode node : nodes) {
            await(node.address(), admin -> admin.describeCluster().nodes().get().size() == nodes.size());
        }
    }

    /** A condition on what a broker says. */
    private interface Condition {
        boolean holds(Admin admin) throws Exception;
    }

    private static void await(String bootstrapServers, Condition condition) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> condition.holds(admin));
        }
    }

    @Override
    public void close() {
        nodes.forEach(KafkaNode::kill);
    }
}
