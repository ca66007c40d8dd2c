package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proof of exactly-once: a broker in a process of its own, learners in theirs, killed with SIGKILL at seeded random
 * moments, half of them aimed into a commit. At the end every prediction, every dead letter and every bit of every model is
 * that of a run that nobody disturbed. {@code ./mvnw -Pchaos verify} is a long run of it; its parameters:
 * {@code -Dchaos.kills=100 -Dchaos.seed=1 -Dchaos.partitions=2 -Dchaos.instances=1}, and the model by its keys: {@code
 * -Dchaos.keys="eddy.model=network;eddy.network.hidden=1000"}; without them it is the default one.
 */
class ChaosIT {
    private static final int KILLS = Integer.getInteger("chaos.kills", 5);
    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final int PARTITIONS = Integer.getInteger("chaos.partitions", 2);
    private static final int INSTANCES = Integer.getInteger("chaos.instances", 1);
    private static final String KEYS = System.getProperty("chaos.keys", "eddy.model=auto");
    private static final int RATE = Integer.getInteger("chaos.rate", 500);
    private static final int COMMIT_MILLIS = 100;

    @TempDir
    private Path folder;

    @Test
    void killedAgainAndAgainNothingIsLostDoubledOrDifferent() throws Exception {
        Map<String, String> keys = new HashMap<>(Map.of("commit.interval.ms", "" + COMMIT_MILLIS));
        for (String key : KEYS.split(";", -1)) {
            keys.put(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
        }
        Random random = new Random(SEED);
        List<Long> recoveries = new ArrayList<>();
        try (BrokerProcess broker = new BrokerProcess(folder);
                ChaosRun run = new ChaosRun(folder, broker.bootstrapServers(), SEED, PARTITIONS, RATE, keys)) {
            Difference difference = run.execute(INSTANCES, running -> {
                for (int kill = 0; kill < KILLS; kill++) {
                    recoveries.add(killAndRestart(running, random, kill % 2 == 0));
                }
            });
            report(recoveries, run.sent(), difference);
            assertThat(recoveries).hasSize(KILLS);
            assertThat(run.sent()).isPositive();
            assertThat(difference).isEqualTo(Difference.NONE);
        }
    }

    /** Returns the milliseconds from the kill to the first new prediction. */
    private static long killAndRestart(ChaosRun run, Random random, boolean intoCommit) throws InterruptedException {
        ChaosReader reader = run.reader();
        Thread.sleep(random.nextInt(2_000));
        if (intoCommit) {
            // a prediction becomes visible as one commit ends; the next begins an interval later
            reader.awaitArrivalAfter(System.nanoTime(), Duration.ofSeconds(60));
            Thread.sleep(COMMIT_MILLIS - 10 + random.nextInt(20));
        }
        int victim = random.nextInt(INSTANCES);
        run.instance(victim).kill();
        long killed = System.nanoTime();
        run.launch(victim);
        // what was committed before the kill may still be on its way
        Thread.sleep(100);
        reader.awaitArrivalAfter(System.nanoTime(), Duration.ofSeconds(90));
        return (System.nanoTime() - killed) / 1_000_000;
    }

    private static void report(List<Long> recoveries, long rows, Difference difference) {
        List<Long> sorted = new ArrayList<>(recoveries);
        Collections.sort(sorted);
        System.out.printf(
                "chaos: seed %d, %d kills, %d partitions, %d instances, %s, %d rows%n"
                        + "chaos: %d lost, %d doubled, %d disordered, %d differing, %d bits of the models%n"
                        + "chaos: recovery median %d ms, p90 %d ms, worst %d ms%n",
                SEED,
                KILLS,
                PARTITIONS,
                INSTANCES,
                KEYS,
                rows,
                difference.lost(),
                difference.doubled(),
                difference.disordered(),
                difference.differing(),
                difference.bits(),
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                quantile(sorted, 1));
    }

    private static long quantile(List<Long> sorted, double q) {
        return sorted.get((int) Math.round(q * (sorted.size() - 1)));
    }
}
