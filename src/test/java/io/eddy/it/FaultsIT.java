package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to applications besides SIGKILL. After each, the outcome is that of a run that nobody disturbed. */
class FaultsIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void instancesJoinLeaveAndAreKilledOverFourPartitions() throws Exception {
        assertUndisturbed(4, 1, Map.of(), FaultsIT::comeAndGo);
    }

    @Test
    void theSameWithStandbys() throws Exception {
        assertUndisturbed(4, 1, Map.of("num.standby.replicas", "1"), FaultsIT::comeAndGo);
    }

    private static void comeAndGo(ChaosRun run) throws Exception {
        flow(run);
        run.launch(1).awaitReady();
        flow(run);
        run.instance(0).terminate();
        flow(run);
        run.launch(0).awaitReady();
        flow(run);
        run.instance(1).kill();
        flow(run);
        run.launch(1).awaitReady();
        flow(run);
    }

    @Test
    void aLearnerThatSleepsIsFencedAndComesBack() throws Exception {
        assertUndisturbed(2, 1, Map.of(), run -> {
            flow(run);
            run.instance(0).signal("STOP");
            Thread.sleep(15_000);
            run.instance(0).signal("CONT");
            flow(run);
            assertThat(run.instance(0).isAlive()).isTrue();
        });
    }

    @Test
    void itsTransactionTimesOutAgainAndAgain() throws Exception {
        // many short naps, so that some begin while a commit is on its way to the broker
        assertUndisturbed(2, 1, Map.of("producer.transaction.timeout.ms", "1000"), run -> {
            for (int nap = 0; nap < 12; nap++) {
                flow(run);
                run.instance(0).signal("STOP");
                Thread.sleep(4_000);
                run.instance(0).signal("CONT");
            }
            flow(run);
            assertThat(run.instance(0).isAlive()).isTrue();
        });
    }

    @Test
    void aSleeperIsReplacedByAnotherInstanceMeanwhile() throws Exception {
        assertUndisturbed(2, 2, Map.of(), run -> {
            flow(run);
            run.instance(0).signal("STOP");
            Thread.sleep(15_000);
            flow(run);
            run.instance(0).signal("CONT");
            flow(run);
        });
    }

    @Test
    void theBrokerIsKilledUnderLoad() throws Exception {
        try (BrokerProcess broker = new BrokerProcess(folder);
                ChaosRun run = new ChaosRun(folder, broker.bootstrapServers(), 1, 2, 500, Map.of())) {
            assertThat(run.execute(1, running -> {
                        for (int kill = 0; kill < 2; kill++) {
                            flow(running);
                            broker.killAndRestart();
                            flow(running);
                        }
                        assertThat(running.instance(0).isAlive()).isTrue();
                    }))
                    .isEqualTo(Difference.NONE);
        }
    }

    @Test
    void eachOfThreeBrokersIsKilledUnderLoad() throws Exception {
        Map<String, String> keys = Map.of("eddy.topic.replication.factor", "3", "replication.factor", "3");
        try (KafkaCluster cluster = KafkaCluster.ofThree(folder);
                ChaosRun run = new ChaosRun(folder, cluster.bootstrapServers(), 1, 2, 500, keys)) {
            assertThat(run.execute(1, running -> {
                        // all of them, so each leader and coordinator is among them
                        for (int node = 0; node < 3; node++) {
                            flow(running);
                            cluster.kill(node);
                            flow(running);
                            cluster.restart(node);
                        }
                        flow(running);
                        assertThat(running.instance(0).isAlive()).isTrue();
                    }))
                    .isEqualTo(Difference.NONE);
        }
    }

    @Test
    void theStateDirectoryIsDeleted() throws Exception {
        assertUndisturbed(2, 1, Map.of(), run -> {
            flow(run);
            run.instance(0).kill();
            delete(run.stateDirectory(0));
            run.launch(0);
            flow(run);
        });
    }

    @Test
    void theDiskIsFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()),
                "skipped: no right to mount a small disk");
        try {
            assertUndisturbed(2, 1, Map.of(), run -> {
                flow(run);
                run.instance(0).terminate();
                // an instance whose state is on the small disk, which something else fills
                EddyProcess cramped = run.launch(9, disk.resolve("state"));
                flow(run);
                fill(disk);
                flow(run);
                cramped.kill();
                EddyProcess.Result result = run.launch(9, disk.resolve("state")).await(LONG);
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.err()).contains("  why: ").contains("  do:  ");
                Files.delete(disk.resolve("ballast"));
                run.launch(9, disk.resolve("state"));
                flow(run);
                run.instance(9).terminate();
                run.launch(0);
                flow(run);
            });
        } finally {
            assertThat(succeeds("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void twentyTerminations() throws Exception {
        assertUndisturbed(2, 1, Map.of(), run -> {
            for (int cycle = 0; cycle < 20; cycle++) {
                flow(run);
                run.instance(0).signal("TERM");
                EddyProcess.Result result = run.instance(0).await(LONG);
                assertThat(result.exitCode()).isZero();
                run.launch(0);
            }
            flow(run);
        });
    }

    private void assertUndisturbed(
            int partitions, int instances, Map<String, String> keys, ChaosRun.Disturbance disturbance)
            throws Exception {
        try (BrokerProcess broker = new BrokerProcess(folder);
                ChaosRun run = new ChaosRun(folder, broker.bootstrapServers(), 1, partitions, 500, keys)) {
            assertThat(run.execute(instances, disturbance)).isEqualTo(Difference.NONE);
        }
    }

    /** Waits until predictions come, and lets some more come. */
    private static void flow(ChaosRun run) throws InterruptedException {
        run.reader().awaitArrivalAfter(System.nanoTime(), LONG);
        Thread.sleep(1_000);
    }

    private static void fill(Path disk) {
        try {
            Files.write(disk.resolve("ballast"), new byte[16 * 1024 * 1024]);
        } catch (IOException e) {
            // full, as it should be
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).start().waitFor() == 0;
    }
}
