package io.eddy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotChunksTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, SnapshotChunks.CHUNK - 4, SnapshotChunks.CHUNK - 3, 3 * SnapshotChunks.CHUNK + 17})
    void splitAndJoin(int length) {
        byte[] snapshot = new byte[length];
        new Random(1).nextBytes(snapshot);
        List<byte[]> chunks = SnapshotChunks.split(snapshot);
        assertThat(chunks).allMatch(chunk -> chunk.length <= SnapshotChunks.CHUNK);
        // what an earlier, longer snapshot left behind is not read
        assertThat(SnapshotChunks.join(n -> n < chunks.size() ? chunks.get(n) : new byte[] {1}))
                .isEqualTo(snapshot);
        for (int n = 0; n < chunks.size(); n++) {
            assertThat(SnapshotChunks.number(SnapshotChunks.key(n).get())).isEqualTo(n);
        }
    }

    @Test
    void nothingStoredIsNull() {
        assertThat(SnapshotChunks.join(n -> null)).isNull();
    }

    @Test
    void aMissingChunkIsNoticed() {
        List<byte[]> chunks = SnapshotChunks.split(new byte[2 * SnapshotChunks.CHUNK]);
        assertThatThrownBy(() -> SnapshotChunks.join(n -> n == 1 ? null : chunks.get(n)))
                .hasMessageContaining("chunk 1");
    }

    @Test
    void chunksOfDifferentSnapshotsAreNoticed() {
        List<byte[]> shorter = SnapshotChunks.split(new byte[SnapshotChunks.CHUNK]);
        List<byte[]> longer = SnapshotChunks.split(new byte[2 * SnapshotChunks.CHUNK]);
        assertThatThrownBy(() -> SnapshotChunks.join(n -> n == 0 ? shorter.get(0) : longer.get(n)))
                .isInstanceOf(IncompleteSnapshotException.class)
                .hasMessageContaining("chunk 1");
        assertThatThrownBy(() -> SnapshotChunks.join(n -> new byte[3]))
                .isInstanceOf(IncompleteSnapshotException.class)
                .hasMessageContaining("chunk 0");
    }
}
