package io.eddy.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.kafka.common.utils.Bytes;

/**
 * A snapshot on the changelog: cut into records well below the megabyte that a broker takes.
 *
 * <pre>
 *   key (4 bytes, big-endian)   value
 *   0                           length of the snapshot (4 bytes), then its first bytes
 *   1, 2, ...                   the bytes that follow, {@value #CHUNK} to a record
 * </pre>
 */
public final class SnapshotChunks {
    static final int CHUNK = 512 * 1024;

    private SnapshotChunks() {}

    /** The key of a chunk. */
    static Bytes key(int chunk) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(chunk).array());
    }

    /** The number of a chunk, from the bytes of its key. */
    public static int number(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    /** The values of the chunks, in order. */
    static List<byte[]> split(byte[] snapshot) {
        byte[] all = ByteBuffer.allocate(Integer.BYTES + snapshot.length)
                .putInt(snapshot.length)
                .put(snapshot)
                .array();
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < all.length; from += CHUNK) {
            chunks.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + CHUNK)));
        }
        return chunks;
    }

    /**
     * The snapshot, from its chunks.
     *
     * @param chunk the value of a chunk by its number, null where there is none
     * @return null if there is no snapshot
     * @throws IncompleteSnapshotException if a chunk is missing, or they are not of one snapshot
     */
    public static byte[] join(IntFunction<byte[]> chunk) {
        byte[] first = chunk.apply(0);
        if (first == null) {
            return null;
        }
        ByteBuffer head = ByteBuffer.wrap(first);
        if (first.length < Integer.BYTES || head.getInt(0) < 0) {
            throw new IncompleteSnapshotException("chunk 0 of the stored model has no length");
        }
        ByteBuffer snapshot = ByteBuffer.allocate(head.getInt());
        put(snapshot, head, 0);
        for (int n = 1; snapshot.hasRemaining(); n++) {
            byte[] next = chunk.apply(n);
            if (next == null) {
                throw new IncompleteSnapshotException("chunk " + n + " of the stored model is missing");
            }
            put(snapshot, ByteBuffer.wrap(next), n);
        }
        return snapshot.array();
    }

    private static void put(ByteBuffer snapshot, ByteBuffer chunk, int number) {
        if (chunk.remaining() > snapshot.remaining()) {
            throw new IncompleteSnapshotException("chunk " + number + " is of another stored model than chunk 0");
        }
        snapshot.put(chunk);
    }
}
