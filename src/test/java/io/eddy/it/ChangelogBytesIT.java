package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the changelog takes when the pipeline learns as fast as it can, beside what it would take to write the model for each
 * sample: {@code ./mvnw -Pchaos verify -Dit.test=ChangelogBytesIT} prints the table of the README.
 */
class ChangelogBytesIT {
    /** One size of network, and as many samples as keep it busy for many commits. */
    private record Size(String hidden, long parameters, int samples) {}

    private static final List<Size> SIZES = List.of(
            new Size("5", 43, 200_000),
            new Size("96,96", 10_083, 200_000),
            new Size("312,312", 100_155, 30_000),
            new Size("996,996", 1_000_983, 4_000));

    @TempDir
    private Path folder;

    @Test
    void thePriceOfDurabilityIsPaidForEachCommitNotForEachSample() throws Exception {
        List<String> table = new ArrayList<>();
        try (KafkaCluster kafka = KafkaCluster.single(folder)) {
            for (Size size : SIZES) {
                Run run = learn(kafka.bootstrapServers(), size);
                table.add(run.row());
                if (size.parameters() <= 10_083) {
                    assertThat(run.ratio()).as(run.row()).isGreaterThanOrEqualTo(100);
                }
            }
        }
        System.out.println("| parameters | samples/s | snapshot | changelog, for 10,000 samples "
                + "| a snapshot for each sample | times less |");
        System.out.println("|---|---|---|---|---|---|");
        table.forEach(System.out::println);
    }

    /** What was measured of one network; the bytes are those of the changelog's log, with all that Kafka adds. */
    private record Run(long parameters, int samples, double rate, long snapshotBytes, long changelogBytes) {
        double ratio() {
            return (double) samples * snapshotBytes / changelogBytes;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %,.0f | %,d B | %,.2f MB | %,.0f MB | %,.0f |",
                    parameters,
                    rate,
                    snapshotBytes,
                    changelogBytes * 10_000.0 / samples / 1e6,
                    snapshotBytes * 10_000.0 / 1e6,
                    ratio());
        }
    }

    private Run learn(String bootstrapServers, Size size) throws Exception {
        Application application = new Application(
                folder,
                "bytes-" + size.parameters(),
                bootstrapServers,
                Map.of("eddy.label", "y", "eddy.model", "network", "eddy.network.hidden", size.hidden()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            // one that keeps all that is ever written: Kafka Streams takes it as it is
            Map<String, String> nothingIsRemoved = Map.of("cleanup.policy", "delete", "retention.ms", "-1");
            admin.createTopics(List.of(
                            new NewTopic(application.samples(), 1, (short) 1),
                            new NewTopic(application.changelog(), 1, (short) 1).configs(nothingIsRemoved)))
                    .all()
                    .get();
            new Client(bootstrapServers).send(samples(application.samples(), size.samples()));
            EddyProcess learner = application.start();
            long started = System.nanoTime();
            long before = meter(learner, "eddy_learned");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> meter(learner, "eddy_learned") == size.samples());
            double rate = (size.samples() - before) * 1e9 / (System.nanoTime() - started);
            assertThat(meter(learner, "eddy_parameters")).isEqualTo(size.parameters());
            long snapshot = meter(learner, "eddy_snapshot_bytes");
            learner.terminate();
            return new Run(size.parameters(), size.samples(), rate, snapshot, bytes(admin, application.changelog()));
        }
    }

    /** As of the last commit; 0 before the first. */
    private static long meter(EddyProcess learner, String name) {
        return learner.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private static long bytes(Admin admin, String topic) throws Exception {
        return admin.describeLogDirs(List.of(0)).allDescriptions().get().get(0).values().stream()
                .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals(topic))
                .map(Map.Entry::getValue)
                .mapToLong(ReplicaInfo::size)
                .sum();
    }

    /** Four numbers and one of three classes. */
    private static List<ProducerRecord<byte[], byte[]>> samples(String topic, int count) {
        Random random = new Random(1);
        List<ProducerRecord<byte[], byte[]>> samples = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            String json = String.format(
                    Locale.ROOT,
                    "{\"a\":%.4f,\"b\":%.4f,\"c\":%.4f,\"d\":%.4f,\"y\":\"%s\"}",
                    a,
                    b,
                    random.nextGaussian(),
                    random.nextGaussian(),
                    a > b ? "more" : a * b > 0 ? "less" : "other");
            samples.add(new ProducerRecord<>(topic, json.getBytes(StandardCharsets.UTF_8)));
        }
        return samples;
    }
}
