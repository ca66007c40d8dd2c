package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.cli.demo.WheatKernels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that one instance has forgotten does not come back from the disk of another. */
class ForgottenModelIT {
    @TempDir
    private Path folder;

    /** Where the new changelog is as long as the old one was, Kafka Streams sees no difference. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOldStateOnAnotherDiskIsOfNoUse(boolean isMarked) throws Exception {
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application application =
                    new Application(folder, "forgotten", broker.bootstrapServers(), Map.of("eddy.label", "variety"));
            EddyProcess first = application.start();
            send(broker, application, 30);
            application.awaitConsumed(30);
            first.terminate();
            long end = end(broker, application);

            EddyProcess other = application
                    .launch("--reset", "--set", "state.dir=" + folder.resolve("other"))
                    .awaitReady();
            other.terminate();
            byte[] chunk = {0, 0, 0, 99}; // that no model of this size has
            broker.send(Stream.generate(() -> new ProducerRecord<byte[], byte[]>(application.changelog(), chunk, null))
                    .limit(end - end(broker, application))
                    .toList());
            assertThat(end(broker, application)).isEqualTo(end);

            if (!isMarked) {
                Files.delete(folder.resolve("state-forgotten/eddy-changelogs/forgotten")); // as before there were any
            }
            EddyProcess again = application.start();
            send(broker, application, 1);
            assertThat(application.awaitConsumed(1).get("learned").asLong()).isEqualTo(1);
            again.terminate();
        }
    }

    private static void send(Broker broker, Application application, int samples) throws Exception {
        WheatKernels kernels = new WheatKernels(1);
        broker.send(Stream.generate(() -> new ProducerRecord<byte[], byte[]>(application.samples(), kernels.next()))
                .limit(samples)
                .toList());
    }

    private static long end(Broker broker, Application application) throws Exception {
        TopicPartition changelog = new TopicPartition(application.changelog(), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.listOffsets(Map.of(changelog, OffsetSpec.latest()))
                    .partitionResult(changelog)
                    .get()
                    .offset();
        }
    }
}
