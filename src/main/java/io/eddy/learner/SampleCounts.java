package io.eddy.learner;

import io.eddy.wire.RejectionCode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the records that a partition gave: {@code consumed} is counted for itself, so that {@code consumed =
 * learned + predictedOnly + deadLettered + tombstones} can be checked. They shape no prediction.
 */
public final class SampleCounts {
    private long consumed;
    private long predictedOnly;
    private long tombstones;
    private final Map<RejectionCode, Long> deadLetters = new EnumMap<>(RejectionCode.class);

    void countLearned() {
        consumed++;
    }

    void countPredictedOnly() {
        consumed++;
        predictedOnly++;
    }

    /** A record without a value, or one that says that a row was deleted. */
    public void countTombstone() {
        consumed++;
        tombstones++;
    }

    /** A record that went to the dead letters. */
    public void countDeadLetter(RejectionCode code) {
        consumed++;
        deadLetters.merge(code, 1L, Long::sum);
    }

    public long consumed() {
        return consumed;
    }

    public long predictedOnly() {
        return predictedOnly;
    }

    public long tombstones() {
        return tombstones;
    }

    /** Dead letters by code; only codes that occurred. */
    public Map<RejectionCode, Long> deadLettersByCode() {
        return Collections.unmodifiableMap(deadLetters);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(consumed);
        out.writeLong(predictedOnly);
        out.writeLong(tombstones);
        out.writeInt(deadLetters.size());
        for (Map.Entry<RejectionCode, Long> entry : deadLetters.entrySet()) {
            out.writeUTF(entry.getKey().name());
            out.writeLong(entry.getValue());
        }
    }

    void read(DataInput in) throws IOException {
        consumed = in.readLong();
        predictedOnly = in.readLong();
        tombstones = in.readLong();
        for (int n = in.readInt(); n > 0; n--) {
            deadLetters.put(RejectionCode.valueOf(in.readUTF()), in.readLong());
        }
    }
}
