package io.eddy.stream;

import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.RejectionCode;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The sample's own timestamp, and whether a prediction may carry it.
 *
 * <p>Kafka Streams stops at a negative timestamp, or drops the record unseen. So that it can be dead-lettered, a negative
 * one passes as the far future (its sign bit turned), which {@link #check} refuses for what it was.
 */
public final class SampleTimestamps implements TimestampExtractor {
    /** A broker's default for how far ahead of its clock a record may be. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private static final long NEGATIVE_FROM = 1L << 62;

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() < 0
                ? Math.max(NEGATIVE_FROM, record.timestamp() ^ Long.MIN_VALUE)
                : record.timestamp();
    }

    /** What the record had, in milliseconds, from what was extracted. */
    static long given(long timestamp) {
        return timestamp >= NEGATIVE_FROM ? timestamp ^ Long.MIN_VALUE : timestamp;
    }

    /**
     * Refuses a timestamp that a broker would refuse.
     *
     * @param timestamp as extracted, milliseconds
     * @param now milliseconds
     */
    static void check(long timestamp, long now) throws RejectedSampleException {
        if (timestamp > now + AHEAD.toMillis()) {
            long given = given(timestamp);
            String what = given < 0 ? "negative: " + given : "over an hour ahead: " + Instant.ofEpochMilli(given);
            throw new RejectedSampleException(
                    RejectionCode.TIMESTAMP_OUT_OF_RANGE, "the record's timestamp is " + what);
        }
    }
}
