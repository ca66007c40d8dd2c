package io.eddy.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much of a changelog was read until a partition's model was there, and how long that took. */
final class RestoreLog implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreLog.class);

    private final Map<TopicPartition, Long> started = new ConcurrentHashMap<>(); // System.nanoTime()

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        started.put(changelog, System.nanoTime());
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long to, long records) {}

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        long nanos = System.nanoTime() - started.remove(changelog);
        LOG.info(
                "event=restored partition={} records={} ms={}",
                changelog.partition(),
                records,
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }
}
