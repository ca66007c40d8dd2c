package io.eddy.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions whose models are being read from the changelog, and how far each has come. */
final class Restorations implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(Restorations.class);

    /** @param since by {@code System.nanoTime()} */
    private record Progress(long since, long start, long end, long at) {
        double part() {
            return end == start ? 1 : (double) (at - start) / (end - start);
        }
    }

    private final Map<Integer, Progress> running = new ConcurrentSkipListMap<>();

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        running.put(partition.partition(), new Progress(System.nanoTime(), start, end, start));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long restored) {
        running.computeIfPresent(
                partition.partition(),
                (number, before) ->
                        new Progress(before.since, before.start, before.end, Math.min(batchEnd, before.end)));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long restored) {
        Progress progress = running.remove(partition.partition());
        LOG.info(
                "event=restored partition={} records={} ms={}",
                partition.partition(),
                restored,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - progress.since));
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long restored) {
        running.remove(partition.partition());
    }

    /** From 0 to 1, by partition. */
    Map<Integer, Double> progress() {
        Map<Integer, Double> parts = new ConcurrentSkipListMap<>();
        running.forEach((partition, progress) -> parts.put(partition, progress.part()));
        return parts;
    }
}
