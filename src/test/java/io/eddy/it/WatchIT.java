package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchIT {
    @TempDir
    private Path folder;

    @Test
    void itWaitsForATopicThatIsNotThereAndMakesNone() throws Exception {
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application application =
                    new Application(folder, "later", broker.bootstrapServers(), Map.of("eddy.label", "y"));
            EddyProcess watch = EddyProcess.start(
                    folder, "watch", folder.resolve("later.properties").toString());
            Awaitility.await().until(() -> watch.err().contains("waiting for the topic later-predictions"));
            assertThat(application.command("topics")).containsPattern("later-predictions +missing");

            EddyProcess learner = application.start();
            broker.send(List.of(new ProducerRecord<>(
                    application.samples(), "{\"a\":1,\"y\":\"one\"}".getBytes(StandardCharsets.UTF_8))));
            Awaitility.await().until(() -> !watch.out().isBlank());
            assertThat(watch.out()).isEqualToIgnoringNewLines("{\"prediction\":null,\"label\":\"one\",\"learned\":0}");
            assertThat(watch.terminate().exitCode()).isZero();
            learner.terminate();
        }
    }
}
