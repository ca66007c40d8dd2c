package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of two million parameters, 8 MB, on a broker with Kafka's defaults: 1 MiB to a record or batch. */
class LargeModelIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void killedTwiceItsModelIsThatOfAnUndisturbedRun() throws Exception {
        Map<String, String> keys = Map.of("eddy.model", "network", "eddy.network.hidden", "1420,1420");
        try (KafkaCluster kafka = KafkaCluster.single(folder);
                ChaosRun run = new ChaosRun(folder, kafka.bootstrapServers(), 1, 1, 10, keys)) {
            assertThat(run.execute(1, running -> {
                        for (int kill = 0; kill < 2; kill++) {
                            flow(running);
                            running.instance(0).kill();
                            running.launch(0);
                            flow(running);
                        }
                        assertThat(running.inspect()
                                        .at("/partitions/0/parameters")
                                        .asLong())
                                .isGreaterThanOrEqualTo(2_000_000);
                    }))
                    .isEqualTo(Difference.NONE);
        }
    }

    private static void flow(ChaosRun run) throws InterruptedException {
        run.reader().awaitArrivalAfter(System.nanoTime(), LONG);
        Thread.sleep(2_000);
    }
}
