package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.eddy.LearnerConfig;
import io.eddy.cli.demo.EmbeddedKafka;
import io.eddy.cluster.Examination;
import io.eddy.cluster.Finding;
import io.eddy.cluster.Finding.Level;
import io.eddy.cluster.KafkaClients;
import io.eddy.it.KafkaCluster;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code eddy doctor} on a real broker: nothing to say of what Eddy has made itself, and each planted fault is found. */
class DoctorIT {
    private static final String CHANGELOG = "eddy-learner-changelog";

    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;
    private static Admin admin;

    private record Result(int exitCode, String out) {}

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterAll
    static void close() {
        admin.close();
        kafka.close();
    }

    @Test
    void whatEddyMadeIsAsItShouldBe() throws Exception {
        assertThat(eddy("topics", "made", "--create").exitCode()).isZero();
        Result doctor = eddy("doctor", "made");
        assertThat(doctor.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("ok "));
        assertThat(doctor.exitCode()).isZero();
    }

    @Test
    void theChangelogIsTheOneThatKafkaStreamsMakes() throws Exception {
        eddy("topics", "made", "--create");
        try (LearnerService streams = new LearnerService(learnerConfig("left"))) {
            streams.start(false);
            Awaitility.await()
                    .until(() -> admin.listTopics().names().get().contains("left-" + CHANGELOG)
                            && streams.application().isReady());
        }
        String[] made = eddy("topics", "made")
                .out()
                .lines()
                .filter(line -> line.contains(CHANGELOG))
                .toArray(String[]::new);
        assertThat(made).singleElement().satisfies(line -> assertThat(line).contains("cleanup.policy=compact"));
        assertThat(eddy("topics", "left").out()).contains(made[0].replace("made-", "left-"));
    }

    @Test
    void aStoredModelFitsOrNot() throws Exception {
        eddy("topics", "stored", "--create");
        LearnerConfig config = learnerConfig("stored");
        try (LearnerService streams = new LearnerService(config);
                Producer<byte[], byte[]> producer = new KafkaClients(config).producer()) {
            streams.start(false);
            byte[] sample = ("{\"a\":1,\"" + config.label() + "\":\"one\"}").getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(config.samplesTopic(), sample)).get();
            Awaitility.await().until(() -> !CommittedLearners.read(config).isEmpty());
        }
        assertThat(eddy("doctor", "stored").out()).contains("model: fits, in 1 partitions");
        Result other = eddy("doctor", "stored", "--set", "eddy.seed=2");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).containsPattern("failure +model: .*eddy.seed is 2");
    }

    @Test
    void anotherMachinesAddressIsNotToListenOn() throws Exception {
        Result elsewhere = eddy("doctor", "absent", "--set", "eddy.http.host=192.0.2.1");
        assertThat(elsewhere.exitCode()).isEqualTo(1);
        assertThat(elsewhere.out())
                .containsPattern("failure +port 0: 192.0.2.1")
                .contains("eddy.http.host");
    }

    @Test
    void topicsThatAreNotThereCouldBeMadeOrNot() throws Exception {
        Result could = eddy("doctor", "absent");
        assertThat(could.exitCode()).isZero();
        assertThat(could.out()).contains("topic absent-predictions: is not there; run makes it");
        Result not = eddy("doctor", "absent", "--set", "eddy.topic.replication.factor=3");
        assertThat(not.exitCode()).isEqualTo(1);
        assertThat(not.out()).containsPattern("failure +topic absent-predictions: .*[Rr]eplication factor");
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                arguments("samples", "cleanup.policy", "compact", Level.FAILURE),
                arguments("samples", "retention.ms", "1000", Level.WARNING),
                arguments("samples", "min.insync.replicas", "2", Level.FAILURE),
                arguments("predictions", "message.timestamp.before.max.ms", "1000", Level.FAILURE),
                arguments("predictions", "message.timestamp.after.max.ms", "1000", Level.FAILURE),
                arguments("predictions", "max.message.bytes", "1000", Level.FAILURE),
                arguments("dead-letters", "max.message.bytes", "1000000", Level.FAILURE),
                arguments("dead-letters", "cleanup.policy", "compact,delete", Level.FAILURE),
                arguments(CHANGELOG, "cleanup.policy", "delete", Level.FAILURE),
                arguments(CHANGELOG, "message.timestamp.type", "CreateTime", Level.WARNING),
                arguments(CHANGELOG, "max.message.bytes", "1000", Level.FAILURE),
                arguments(CHANGELOG, "segment.bytes", "1073741824", Level.WARNING));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aSettingThatDoesNotFit(String topic, String key, String value, Level level) throws Exception {
        eddy("topics", "set", "--create");
        ConfigResource resource = topic("set-" + topic);
        String before = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(key)
                .value();
        alter(admin, resource, key, value);
        try {
            assertThat(findings("set", level, Clock.systemUTC()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.subject()).isEqualTo("topic set-" + topic);
                        assertThat(finding.what()).startsWith(key + "=" + value);
                        assertThat(finding.remedy()).contains("set-" + topic, key + "=");
                    });
            assertThat(eddy("doctor", "set").exitCode()).isEqualTo(level == Level.FAILURE ? 1 : 0);
        } finally {
            alter(admin, resource, key, before);
        }
    }

    @Test
    void partitionsThatDoNotFit() throws Exception {
        eddy("topics", "parts", "--create");
        admin.createPartitions(Map.of("parts-samples", NewPartitions.increaseTo(2)))
                .all()
                .get();
        assertThat(findings("parts", Level.FAILURE, Clock.systemUTC()))
                .singleElement()
                .extracting(Finding::subject)
                .isEqualTo("topic parts-" + CHANGELOG);
        assertThat(findings("parts", Level.WARNING, Clock.systemUTC()))
                .extracting(Finding::subject)
                .containsExactly("topic parts-predictions", "topic parts-dead-letters");
    }

    @Test
    void transactionsOfAnOldVersion() throws Exception {
        updateTransactionVersion(1, UpgradeType.SAFE_DOWNGRADE);
        try {
            assertThat(findings("made", Level.WARNING, Clock.systemUTC()))
                    .extracting(Finding::subject)
                    .containsExactly("features");
        } finally {
            updateTransactionVersion(2, UpgradeType.UPGRADE);
        }
    }

    @Test
    void aClockThatIsWrong() throws Exception {
        for (int minutes : new int[] {-2, 2}) {
            Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
            assertThat(findings("made", Level.WARNING, wrong)).singleElement().satisfies(finding -> {
                assertThat(finding.subject()).isEqualTo("clock");
                assertThat(finding.what()).containsPattern("1(1.|20) s apart");
            });
        }
    }

    @Test
    void aMachineWithoutRoom() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result doctor = eddy(
                    "doctor",
                    "made",
                    "--json",
                    "--set",
                    "state.dir=" + file.resolve("state"),
                    "--set",
                    "eddy.http.port=" + taken.getLocalPort());
            assertThat(doctor.exitCode()).isEqualTo(1);
            assertThat(doctor.out())
                    .contains("{\"level\":\"failure\",\"subject\":\"state.dir " + file)
                    .contains("{\"level\":\"warning\",\"subject\":\"port " + taken.getLocalPort());
        }
    }

    /** Three brokers where a record counts when two have it, and Kafka's default of one replica. */
    @Test
    void replicasThatDoNotFit(@TempDir Path nodes) throws Exception {
        try (KafkaCluster three = KafkaCluster.ofThree(nodes)) {
            String[] there = {"--set", "bootstrap.servers=" + three.bootstrapServers()};
            eddy("topics", "one-replica", "--create", there[0], there[1]);
            Awaitility.await() // until each broker knows the topics
                    .untilAsserted(() -> assertThat(
                                    eddy("doctor", "one-replica", there).out())
                            .contains(
                                    "failure  topic one-replica-samples: min.insync.replicas=2: nothing can be written")
                            .contains("warning  topic one-replica-samples: 1 replica on 3 brokers"));
            String[] replicated = {there[0], there[1], "--set", "eddy.topic.replication.factor=3"};
            eddy(
                    "topics",
                    "three-replicas",
                    Stream.concat(Stream.of("--create"), Stream.of(replicated)).toArray(String[]::new));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(eddy("doctor", "three-replicas", replicated)
                                    .out()
                                    .lines())
                            .isNotEmpty()
                            .allMatch(line -> line.startsWith("ok ")));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", three.bootstrapServers()))) {
                alter(admin, topic("three-replicas-predictions"), "min.insync.replicas", "1");
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(
                                    eddy("doctor", "three-replicas", replicated).out())
                            .contains("warning  topic three-replicas-predictions: min.insync.replicas=1"));
        }
    }

    /** One broker, and the log of transactions wants three. */
    @Test
    void transactionsThatCannotBegin(@TempDir Path node) throws Exception {
        Map<String, String> settings = Map.of("transaction.state.log.replication.factor", "3");
        try (KafkaCluster one = KafkaCluster.single(node, settings)) {
            Result doctor = eddy("doctor", "made", "--set", "bootstrap.servers=" + one.bootstrapServers());
            assertThat(doctor.exitCode()).isEqualTo(1);
            assertThat(doctor.out())
                    .contains("failure  rights: transactions can't be begun")
                    .contains("transaction.state.log.replication.factor");
        }
    }

    private static List<Finding> findings(String application, Level level, Clock clock) throws Exception {
        eddy("topics", application, "--create");
        return Examination.findings(learnerConfig(application), clock).stream()
                .filter(finding -> finding.level() == level)
                .toList();
    }

    private static LearnerConfig learnerConfig(String application) throws Exception {
        Properties keys = new Properties();
        try (Reader reader = Files.newBufferedReader(config(application))) {
            keys.load(reader);
        }
        return ConfigOptions.assemble(
                keys.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, keys::getProperty)),
                Map.of(),
                Map.of());
    }

    private static Result eddy(String command, String application, String... more) throws Exception {
        StringWriter out = new StringWriter();
        int exitCode = Eddy.commandLine()
                .setOut(new PrintWriter(out))
                .execute(Stream.concat(Stream.of(command, config(application).toString()), Stream.of(more))
                        .toArray(String[]::new));
        return new Result(exitCode, out.toString());
    }

    private static Path config(String application) throws Exception {
        return Files.write(
                folder.resolve(application + ".properties"),
                List.of(
                        "application.id=" + application,
                        "bootstrap.servers=" + kafka.bootstrapServers(),
                        "state.dir=" + folder.resolve("state"),
                        "eddy.http.port=0",
                        "eddy.label=y"));
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static void alter(Admin admin, ConfigResource topic, String key, String value) throws Exception {
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
    }

    private static void updateTransactionVersion(int version, UpgradeType type) throws Exception {
        admin.updateFeatures(
                        Map.of("transaction.version", new FeatureUpdate((short) version, type)),
                        new UpdateFeaturesOptions())
                .all()
                .get();
    }
}
