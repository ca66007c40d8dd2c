package io.eddy.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of an application's partitions. They outlive its tasks, so that one can say what became of the one before. */
public final class PartitionLogs {
    private final Map<Integer, PartitionLog> logs = new ConcurrentHashMap<>();

    PartitionLog of(int partition) {
        return logs.computeIfAbsent(partition, PartitionLog::new);
    }
}
