package io.eddy.cli.demo;

import static java.util.Map.entry;

import io.eddy.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.apache.kafka.server.util.FileLock;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka of one node, broker and controller, inside this process; it listens on the loopback address only. Topics,
 * offsets and transactions stay in its directory, and the next start there finds them, also after a kill.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE = 1;
    private static final String HOST = "127.0.0.1";
    private static final String CLIENTS = "PLAINTEXT";
    private static final String CONTROLLERS = "CONTROLLER";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    // only a bound: a quorum that is not there by then has failed
    private static final Duration ELECTION = Duration.ofSeconds(9);

    private final Path directory;
    private final ServerSocketChannel clients;
    private final ServerSocketChannel controllers;
    private final String bootstrapServers;
    private FileLock lock;
    private ControllerServer controller;
    private BrokerServer broker;

    private EmbeddedKafka(Path directory, ServerSocketChannel clients, ServerSocketChannel controllers) {
        this.directory = directory;
        this.clients = clients;
        this.controllers = controllers;
        bootstrapServers = HOST + ":" + clients.socket().getLocalPort();
    }

    /**
     * Starts Kafka and returns when it serves clients.
     *
     * @param directory where its data is or will be; created if absent
     * @param port where clients connect; 0 takes a free port
     * @throws Problem if the port is taken, or the directory is in use or cannot be used
     */
    public static EmbeddedKafka start(Path directory, int port) {
        // Kafka is handed bound sockets: on a taken port it would end the process
        var kafka = new EmbeddedKafka(directory.toAbsolutePath(), listen(port), listen(0));
        try {
            kafka.start();
            return kafka;
        } catch (Exception e) {
            kafka.close();
            throw e instanceof Problem problem
                    ? problem
                    : Problem.failure(
                            "Kafka did not start in " + directory, e.toString(), "Give it another directory.", e);
        }
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Where the data is, as an absolute path. */
    public Path directory() {
        return directory;
    }

    /** Stops the broker, then the controller, and returns when both have stopped: in less than a second as a rule. */
    @Override
    public synchronized void close() {
        if (broker != null) {
            Utils.closeQuietly(() -> broker.shutdown(PATIENCE), "broker");
            Utils.closeQuietly(controller::shutdown, "controller");
            broker = null;
        }
        Utils.closeQuietly(clients, CLIENTS);
        Utils.closeQuietly(controllers, CONTROLLERS);
        if (lock != null) {
            Utils.closeQuietly(lock::unlockAndClose, "lock");
            lock = null;
        }
    }

    private void start() throws Exception {
        Path log = Files.createDirectories(directory).resolve("log");
        // Kafka itself locks a combined node's data only after it has begun to write the metadata log
        lock = new FileLock(directory.resolve(".lock").toFile());
        if (!lock.tryLock()) {
            throw Problem.failure(
                    "Kafka did not start in " + directory,
                    "A Kafka that runs now uses this directory.",
                    "Stop that one, or give this one another directory.");
        }
        format(log);
        var config = new KafkaConfig(settings(log), false);
        var storage = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(EmbeddedKafka.class), "");
        var sockets = Map.of(CLIENTS, clients, CONTROLLERS, controllers);
        var shared = new SharedServer(
                config,
                storage._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(Map.of(NODE, (InetSocketAddress) controllers.getLocalAddress())),
                List.of(),
                // Kafka's own handler of fatal faults halts the process
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                (listener, address, backlog, receiveBuffer) -> sockets.get(listener));
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
        broker = new BrokerServer(shared);
        controller.startup();
        forgetEarlierRun();
        broker.startup();
    }

    // a killed broker stays registered: the new one would wait for its session's end, and send markers to its old port
    private void forgetEarlierRun() throws InterruptedException {
        Controller quorum = controller.controller();
        long deadline = System.nanoTime() + ELECTION.toNanos();
        while (!quorum.isActive() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        var context =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        quorum.unregisterBroker(context, NODE)
                .exceptionally(notRegistered -> null)
                .join();
    }

    private static ServerSocketChannel listen(int port) {
        ServerSocketChannel socket = null;
        try {
            socket = ServerSocketChannel.open();
            socket.configureBlocking(false);
            return socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (IOException | IllegalArgumentException e) {
            Utils.closeQuietly(socket, CLIENTS);
            throw Problem.failure(
                    "Kafka cannot listen on port " + port,
                    e.getMessage(),
                    "Stop what uses this port, or give another one; 0 takes a free one.",
                    e);
        }
    }

    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(CONTROLLERS)
                .setMetadataLogDirectory(log.toString())
                .addDirectory(log.toString())
                .run();
    }

    private Map<String, Object> settings(Path log) {
        int port = controllers.socket().getLocalPort();
        return Map.ofEntries(
                entry("node.id", NODE),
                entry("process.roles", "broker,controller"),
                entry("listeners", "%s://%s,%s://%s:%d".formatted(CLIENTS, bootstrapServers, CONTROLLERS, HOST, port)),
                entry("controller.listener.names", CONTROLLERS),
                entry("controller.quorum.voters", NODE + "@" + HOST + ":" + port),
                entry("log.dirs", List.of(log.toString())),
                entry("auto.create.topics.enable", false),
                entry("message.max.bytes", 16 << 20),
                // nothing expires: samples may be decades old by their timestamps, and a learner may pause for weeks
                entry("log.retention.ms", -1L),
                entry("offsets.retention.minutes", Integer.MAX_VALUE),
                entry("offsets.topic.replication.factor", (short) 1),
                entry("offsets.topic.num.partitions", 5),
                entry("transaction.state.log.replication.factor", (short) 1),
                entry("transaction.state.log.min.isr", 1),
                entry("transaction.state.log.num.partitions", 5),
                entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", 1000),
                entry("share.coordinator.state.topic.replication.factor", (short) 1),
                entry("share.coordinator.state.topic.min.isr", (short) 1),
                entry("group.initial.rebalance.delay.ms", 0),
                // an idle node neither writes nor holds 128 MiB of heap for the log cleaner
                entry("metadata.max.idle.interval.ms", 0),
                entry("log.cleaner.dedupe.buffer.size", 16L << 20));
    }
}
