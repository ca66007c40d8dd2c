package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole main job on real data: file to topic, topic to model, model to predictions. */
class RealStreamsIT {
    @TempDir
    private Path folder;

    @Test
    void wheatSeedsInTwentyPasses() {
        Path file = SharedData.file("wheat-seeds.csv");
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application wheat =
                    new Application(folder, "wheat", broker.bootstrapServers(), Map.of("eddy.label", "variety"));
            EddyProcess learner = wheat.start();
            wheat.command("send", file.toString(), "--shuffle", "1", "--repeat", "20");
            JsonNode committed = wheat.awaitConsumed(4200);
            assertThat(committed.get("learned").asLong()).isEqualTo(4200);
            List<ConsumerRecord<byte[], byte[]>> predictions = broker.committed(wheat.predictions());
            assertThat(predictions).hasSize(4200);
            assertThat(accuracy(predictions.subList(4200 - 210, 4200))).isGreaterThanOrEqualTo(0.93);
            assertThat(learner.get("/metrics").body()).contains("eddy_learned{partition=\"0\"} 4200");
            assertThat(learner.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(learner.terminate().exitCode()).isZero();
            assertSameDigest(wheat, file, "--shuffle", "1", "--repeat", "20");
        }
    }

    @Test
    void electricityOnePredictionForEachRowInOrder() {
        Path file = SharedData.file("electricity.csv.gz");
        int rows = 45_312;
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application electricity =
                    new Application(folder, "elec", broker.bootstrapServers(), Map.of("eddy.label", "class"));
            EddyProcess learner = electricity.start();
            electricity.command("send", file.toString());
            electricity.awaitConsumed(rows);
            List<ConsumerRecord<byte[], byte[]>> predictions = broker.committed(electricity.predictions());
            assertThat(predictions).hasSize(rows);
            for (int n = 0; n < rows; n++) {
                assertThat(Json.header(predictions.get(n), "eddy.source.offset"))
                        .isEqualTo(Integer.toString(n));
            }
            assertThat(accuracy(predictions)).isGreaterThan(0.8);
            assertSameDigest(electricity, file);
            learner.terminate();
        }
    }

    private static void assertSameDigest(Application application, Path file, String... passes) {
        String[] arguments = new String[passes.length + 2];
        arguments[0] = file.toString();
        arguments[1] = "--json";
        System.arraycopy(passes, 0, arguments, 2, passes.length);
        JsonNode backtest = Json.parse(application.command("backtest", arguments))
                .get("files")
                .get(0);
        JsonNode partition = application.inspect().get("partitions").get(0);
        assertThat(partition.get("digest")).isEqualTo(backtest.get("digest"));
        assertThat(partition.get("metrics")).isEqualTo(backtest.get("metrics"));
    }

    private static double accuracy(List<ConsumerRecord<byte[], byte[]>> predictions) {
        return predictions.stream()
                .map(Json::value)
                .mapToInt(value -> value.get("prediction").equals(value.get("label")) ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
