package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.eddy.LearnerConfig;
import io.eddy.cli.demo.EmbeddedKafka;
import io.eddy.cluster.Examination;
import io.eddy.cluster.Finding;
import io.eddy.cluster.Finding.Level;
import io.eddy.cluster.KafkaClients;
import java.io.Reader;
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
    private static EddyOnKafka eddy;
    private static Admin admin;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        eddy = new EddyOnKafka(folder, kafka.bootstrapServers());
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterAll
    static void close() {
        admin.close();
        kafka.close();
    }

    @Test
    void whatEddyMadeIsAsItShouldBe() throws Exception {
        assertThat(eddy.run("topics", "made", "--create").exitCode()).isZero();
        EddyOnKafka.Result doctor = eddy.run("doctor", "made");
        assertThat(doctor.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("ok "));
        assertThat(doctor.exitCode()).isZero();
    }

    @Test
    void theChangelogIsTheOneThatKafkaStreamsMakes() throws Exception {
        eddy.run("topics", "made", "--create");
        try (LearnerService streams = new LearnerService(learnerConfig("left"))) {
            streams.start(false);
            Awaitility.await()
                    .until(() -> admin.listTopics().names().get().contains("left-" + CHANGELOG)
                            && streams.application().isReady());
        }
        String[] made = eddy.run("topics", "made")
                .out()
                .lines()
                .filter(line -> line.contains(CHANGELOG))
                .toArray(String[]::new);
        assertThat(made).singleElement().satisfies(line -> assertThat(line).contains("cleanup.policy=compact"));
        assertThat(eddy.run("topics", "left").out()).contains(made[0].replace("made-", "left-"));
    }

    @Test
    void aStoredModelFitsOrNot() throws Exception {
        eddy.run("topics", "stored", "--create");
        LearnerConfig config = learnerConfig("stored");
        try (LearnerService streams = new LearnerService(config);
                Producer<byte[], byte[]> producer = new KafkaClients(config).producer()) {
            streams.start(false);
            byte[] sample = ("{\"a\":1,\"" + config.label() + "\":\"one\"}").getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(config.samplesTopic(), sample)).get();
            Awaitility.await().until(() -> !CommittedLearners.read(config).isEmpty());
        }
        assertThat(eddy.run("doctor", "stored").out()).contains("model: fits, in 1 partitions");
        EddyOnKafka.Result other = eddy.run("doctor", "stored", "--set", "eddy.seed=2");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).containsPattern("failure +model: .*eddy.seed is 2");
    }

    @Test
    void anotherMachinesAddressIsNotToListenOn() throws Exception {
        EddyOnKafka.Result elsewhere = eddy.run("doctor", "absent", "--set", "eddy.http.host=192.0.2.1");
        assertThat(elsewhere.exitCode()).isEqualTo(1);
        assertThat(elsewhere.out())
                .containsPattern("failure +port 0: 192.0.2.1")
                .contains("eddy.http.host");
    }

    @Test
    void topicsThatAreNotThereCouldBeMadeOrNot() throws Exception {
        EddyOnKafka.Result could = eddy.run("doctor", "absent");
        assertThat(could.exitCode()).isZero();
        assertThat(could.out()).contains("topic absent-predictions: is not there; run makes it");
        EddyOnKafka.Result not = eddy.run("doctor", "absent", "--set", "eddy.topic.replication.factor=3");
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
        eddy.run("topics", "set", "--create");
        ConfigResource resource = EddyOnKafka.topic("set-" + topic);
        String before = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(key)
                .value();
        EddyOnKafka.alter(admin, resource, key, value);
        try {
            assertThat(findings("set", level, Clock.systemUTC()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.subject()).isEqualTo("topic set-" + topic);
                        assertThat(finding.what()).startsWith(key + "=" + value);
                        assertThat(finding.remedy()).contains("set-" + topic, key + "=");
                    });
            assertThat(eddy.run("doctor", "set").exitCode()).isEqualTo(level == Level.FAILURE ? 1 : 0);
        } finally {
            EddyOnKafka.alter(admin, resource, key, before);
        }
    }

    @Test
    void partitionsThatDoNotFit() throws Exception {
        eddy.run("topics", "parts", "--create");
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
            EddyOnKafka.Result doctor = eddy.run(
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

    private static List<Finding> findings(String application, Level level, Clock clock) throws Exception {
        eddy.run("topics", application, "--create");
        return Examination.findings(learnerConfig(application), clock).stream()
                .filter(finding -> finding.level() == level)
                .toList();
    }

    private static LearnerConfig learnerConfig(String application) throws Exception {
        Properties keys = new Properties();
        try (Reader reader = Files.newBufferedReader(eddy.config(application))) {
            keys.load(reader);
        }
        return ConfigOptions.assemble(
                keys.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, keys::getProperty)),
                Map.of(),
                Map.of());
    }

    private static void updateTransactionVersion(int version, UpgradeType type) throws Exception {
        admin.updateFeatures(
                        Map.of("transaction.version", new FeatureUpdate((short) version, type)),
                        new UpdateFeaturesOptions())
                .all()
                .get();
    }
}
