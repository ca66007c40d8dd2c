package io.eddy.store;

import io.eddy.learner.LearnerSettings;
import io.eddy.learner.LearnerSnapshot;
import io.eddy.learner.OnlineLearner;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
// The one internal class of Kafka Streams that the store needs. It is a CachedStateStore: only those are told that a
// commit begins before the producer is flushed, and only those are cleared when their task turns from active to
// standby.
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * The learner of one partition. It lives in memory; its bytes, changelog and restoration are those of the key-value store
 * inside, which it is written to once per commit if it changed, in the transaction of the predictions and offsets.
 */
public final class LearnerStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]> {
    private final LearnerSettings settings;
    private OnlineLearner live; // null until asked for, and again whenever the bytes may have changed beneath
    private boolean changed;
    private int chunksStored;
    private byte[] snapshot; // the last one read or written; null before
    private long opened; // System.nanoTime()
    private Duration restoration = Duration.ZERO;
    private Consumer<LearnerStore> commitListener = store -> {};

    LearnerStore(KeyValueStore<Bytes, byte[]> inner, LearnerSettings settings) {
        super(inner);
        this.settings = settings;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        forget();
        super.init(context, root);
    }

    /** The learner, from what was last committed at the first call; a new one if nothing was. */
    public OnlineLearner learner() {
        if (live == null) {
            snapshot = SnapshotChunks.join(chunk -> wrapped().get(SnapshotChunks.key(chunk)));
            live = snapshot == null ? new OnlineLearner(settings) : LearnerSnapshot.decode(snapshot, settings);
            chunksStored = snapshot == null ? 0 : SnapshotChunks.split(snapshot).size();
            restoration = Duration.ofNanos(System.nanoTime() - opened);
        }
        return live;
    }

    /** The live learner has changed: the next commit writes it. */
    public void markChanged() {
        changed = true;
    }

    /** Length of the last snapshot read or written; 0 before. */
    public long snapshotBytes() {
        return snapshot == null ? 0 : snapshot.length;
    }

    /** The last snapshot read or written, not to be changed; null before. */
    public byte[] snapshot() {
        return snapshot;
    }

    /** How long it took from the store's opening, or from being a standby, until the learner was there. */
    public Duration restoration() {
        return restoration;
    }

    /** Called with each commit, after the learner was written. */
    public void onCommit(Consumer<LearnerStore> listener) {
        commitListener = listener;
    }

    /** A commit begins: what is put now still becomes part of it. */
    @Override
    public void flushCache() {
        if (changed) {
            snapshot = LearnerSnapshot.encode(live);
            List<byte[]> chunks = SnapshotChunks.split(snapshot);
            for (int n = 0; n < chunks.size(); n++) {
                wrapped().put(SnapshotChunks.key(n), chunks.get(n));
            }
            for (int n = chunks.size(); n < chunksStored; n++) {
                wrapped().delete(SnapshotChunks.key(n));
            }
            chunksStored = chunks.size();
            changed = false;
            commitListener.accept(this);
        }
        super.flushCache();
    }

    /** The task turns into a standby or back: restoration will write beneath the live learner. */
    @Override
    public void clearCache() {
        forget();
        super.clearCache();
    }

    @Override
    public void close() {
        forget();
        super.close();
    }

    private void forget() {
        live = null;
        changed = false;
        opened = System.nanoTime();
    }
}
