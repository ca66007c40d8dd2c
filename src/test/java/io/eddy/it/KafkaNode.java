package io.eddy.it;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kafka.Kafka;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One node of a Kafka as it is deployed: a process of Kafka's own main class with a file of properties, broker and controller
 * in one. What is not given is Kafka's default.
 */
final class KafkaNode {
    private static final String HOST = "127.0.0.1:";

    private final Path folder;
    private final int id;
    private final int clientPort;
    private final int controllerPort;
    private Path config;
    private EddyProcess process;

    KafkaNode(Path folder, int id, int clientPort, int controllerPort) {
        this.folder = folder;
        this.id = id;
        this.clientPort = clientPort;
        this.controllerPort = controllerPort;
    }

    String address() {
        return HOST + clientPort;
    }

    /** As the controllers' quorum names it. */
    String voter() {
        return id + "@" + HOST + controllerPort;
    }

    /** Writes its properties, and formats its storage. */
    void format(String clusterId, String voters, Map<String, String> settings) throws Exception {
        String data = folder.resolve("node-" + id).toString();
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("node.id", Integer.toString(id));
        all.put("process.roles", "broker,controller");
        all.merge(
                "listeners",
                "PLAINTEXT://" + address() + ",CONTROLLER://" + HOST + controllerPort,
                (more, own) -> own + "," + more);
        all.put("controller.listener.names", "CONTROLLER");
        all.put("controller.quorum.voters", voters);
        all.put("log.dirs", data);
        // by their timestamps the rows of a test are years old, and Kafka's seven days are over at once
        all.put("log.retention.ms", "-1");
        config = Files.write(
                folder.resolve("node-" + id + ".properties"),
                all.entrySet().stream().map(Object::toString).toList());
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(id)
                .setClusterId(clusterId)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(data)
                .addDirectory(data)
                .run();
    }

    /** Starts it on the data that it has; returns before it serves clients. */
    void start() {
        process = EddyProcess.start(folder, Kafka.class, config.toString());
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    void kill() {
        if (process != null) {
            process.kill();
        }
    }
}
