package io.eddy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestorationsTest {
    private final Restorations restorations = new Restorations();
    private final TopicPartition first = new TopicPartition("changelog", 0);
    private final TopicPartition second = new TopicPartition("changelog", 1);

    @Test
    void progressIsByOffsetsUntilTheEnd() {
        restorations.onRestoreStart(first, "store", 100, 300);
        restorations.onRestoreStart(second, "store", 0, 0);
        assertThat(restorations.progress()).isEqualTo(Map.of(0, 0.0, 1, 1.0));

        restorations.onBatchRestored(first, "store", 150, 50);
        restorations.onRestoreEnd(second, "store", 0);
        assertThat(restorations.progress()).isEqualTo(Map.of(0, 0.25));

        restorations.onRestoreSuspended(first, "store", 50);
        assertThat(restorations.progress()).isEmpty();
    }
}
