package io.eddy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** An answer goes to the partition of its sample. */
class SamePartitionTest {
    private final SinkOutlet.SamePartition partitioner = new SinkOutlet.SamePartition();

    @Test
    void tasksOfOneThreadTakeTurns() {
        for (int number : new int[] {0, 3, 3, 1, 0, 7}) {
            assertThat(of(number, 8)).contains(Set.of(number));
        }
    }

    @Test
    void topicsWithFewerPartitionsAreGoneRound() {
        assertThat(of(5, 8)).contains(Set.of(5));
        assertThat(of(5, 4)).as("dead letters, say").contains(Set.of(1));
        assertThat(of(5, 8)).contains(Set.of(5));
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        partitioner.use(2);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThat(other.submit(() -> of(6, 8)).get()).contains(Set.of(6));
        } finally {
            other.shutdown();
        }
        assertThat(partitioner.partitions("predictions", null, new byte[0], 8)).contains(Set.of(2));
    }

    private Optional<Set<Integer>> of(int number, int partitions) {
        partitioner.use(number);
        return partitioner.partitions("predictions", null, new byte[0], partitions);
    }
}
