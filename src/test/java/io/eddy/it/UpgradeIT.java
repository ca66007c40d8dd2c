package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eddy.Samples;
import io.eddy.learner.LearnerSnapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that an earlier Eddy left on its changelog. */
class UpgradeIT {
    @TempDir
    private Path folder;

    @Test
    void itIsTakenOverAndWrittenInThePresentFormat() throws Exception {
        byte[] snapshot =
                Files.readAllBytes(Path.of("src/test/resources/io/eddy/learner/snapshot-v7-pool-classification.bin"));
        byte[] first = ByteBuffer.allocate(Integer.BYTES + snapshot.length)
                .putInt(snapshot.length)
                .put(snapshot)
                .array();
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application application = new Application(
                    folder, "upgraded", broker.bootstrapServers(), Map.of("eddy.label", "y", "eddy.seed", "3"));
            application.command("topics", "--create");
            broker.send(List.of(new ProducerRecord<>(application.changelog(), new byte[Integer.BYTES], first)));
            assertThat(application.command("doctor")).contains("an earlier Eddy wrote it");
            assertThat(partition(application.inspect()).get("format").asInt()).isEqualTo(7);

            EddyProcess process = application.start();
            byte[] next = Samples.classification(61, 3).get(60).getBytes(StandardCharsets.UTF_8);
            broker.send(List.of(new ProducerRecord<>(application.samples(), next)));
            JsonNode after = partition(application.awaitConsumed(62)); // the 60 before, and a tombstone
            assertThat(after.get("learned").asInt()).isEqualTo(61);
            assertThat(after.get("format").asInt()).isEqualTo(LearnerSnapshot.VERSION);
            assertThat(application.command("doctor")).doesNotContain("an earlier Eddy wrote it");
            process.terminate();
        }
    }

    private static JsonNode partition(JsonNode inspected) {
        return inspected.get("partitions").get(0);
    }
}
