package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eddy.cli.demo.WheatKernels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner that is killed ends as one that was not: same predictions, same model, bit for bit. */
class CrashIT {
    private static final int ROWS = 30_000;
    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    @Test
    void killedInMidStreamNothingIsLostDoubledOrDifferent() throws Exception {
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Map<String, String> keys = Map.of("eddy.label", WheatKernels.LABEL);
            Application calm = new Application(folder, "calm", broker.bootstrapServers(), keys);
            Application killed = new Application(folder, "killed", broker.bootstrapServers(), keys);
            JsonNode expected = undisturbed(calm, broker);

            EddyProcess learner = killed.start();
            Thread sender = new Thread(() -> send(killed.samples(), broker, 200));
            sender.start();
            Random random = new Random(1);
            int killsInMidStream = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(700 + random.nextInt(800));
                learner.kill();
                long consumed = killed.inspect().get("consumed").asLong();
                killsInMidStream += consumed > 0 && consumed < ROWS ? 1 : 0;
                learner = killed.start();
            }
            sender.join();
            JsonNode committed = killed.awaitConsumed(ROWS);
            learner.terminate();

            assertThat(killsInMidStream).as("kills before the end").isPositive();
            assertThat(committed.get("learned")).isEqualTo(expected.get("learned"));
            assertThat(committed.get("predictedOnly")).isEqualTo(expected.get("predictedOnly"));
            assertThat(committed.get("consumed").asLong()).isEqualTo(ROWS);
            assertThat(digest(committed)).isEqualTo(digest(expected));
            assertThat(values(broker, killed)).isEqualTo(values(broker, calm)).hasSize(ROWS);
        }
    }

    private static JsonNode undisturbed(Application application, Broker broker) {
        EddyProcess learner = application.start();
        send(application.samples(), broker, 0);
        JsonNode committed = application.awaitConsumed(ROWS);
        learner.terminate();
        return committed;
    }

    /** The same kernels each time; with a pause now and then, so that there is a stream to be killed in. */
    private static void send(String topic, Broker broker, long pauseMillis) {
        WheatKernels kernels = new WheatKernels(1);
        try {
            for (int batch = 0; batch < 30; batch++) {
                List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
                for (int n = 0; n < ROWS / 30; n++) {
                    records.add(new ProducerRecord<>(topic, kernels.next()));
                }
                broker.send(records);
                Thread.sleep(pauseMillis);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(JsonNode inspected) {
        return inspected.get("partitions").get(0).get("digest").asText();
    }

    private static List<String> values(Broker broker, Application application) {
        return broker.committed(application.predictions()).stream()
                .map(record -> Json.header(record, "eddy.source.offset") + " "
                        + new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }
}
