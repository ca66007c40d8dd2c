package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eddy.cli.demo.WheatKernels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored model under another configuration: followed where it can be, refused with the ways out where it can't. */
class ChangedConfigurationIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"classic", "streams"})
    void anotherRateIsTakenAnotherNetworkIsRefusedUntilTheModelIsForgotten(String protocol) throws Exception {
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application application = new Application(
                    folder,
                    "changed",
                    broker.bootstrapServers(),
                    Map.of(
                            "eddy.label",
                            "variety",
                            "eddy.model",
                            "network",
                            "eddy.network.hidden",
                            "6",
                            "group.protocol",
                            protocol));
            EddyProcess first = application.start();
            send(broker, application);
            application.awaitConsumed(500);
            first.terminate();

            EddyProcess slower =
                    application.launch("--set", "eddy.learning.rate=0.001").awaitReady();
            send(broker, application);
            application.awaitConsumed(1000);
            slower.terminate();

            EddyProcess.Result refused =
                    application.launch("--set", "eddy.network.hidden=7").await(Duration.ofSeconds(60));
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("eddy.network.hidden is [7]")
                    .contains("[6]")
                    .contains("application.id")
                    .contains("run --reset")
                    .doesNotContain("\tat ");

            EddyProcess anew = application
                    .launch("--set", "eddy.network.hidden=7", "--reset")
                    .awaitReady();
            send(broker, application);
            JsonNode committed = Json.parse("{\"consumed\":0}");
            while (committed.get("consumed").asLong() < 500) {
                committed = Json.parse(application.command("inspect", "--json", "--set", "eddy.network.hidden=7"));
            }
            assertThat(committed.get("consumed").asLong())
                    .as("the earlier samples are not read again")
                    .isEqualTo(500);
            assertThat(broker.committed(application.predictions())).hasSize(1500);
            anew.terminate();
        }
    }

    private static void send(Broker broker, Application application) throws Exception {
        WheatKernels kernels = new WheatKernels(1);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int n = 0; n < 500; n++) {
            records.add(new ProducerRecord<>(application.samples(), kernels.next()));
        }
        broker.send(records);
    }
}
