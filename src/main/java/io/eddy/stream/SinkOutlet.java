package io.eddy.stream;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Answers and dead letters to the two sinks of Eddy's own topology, each to the partition that its sample came from. */
public final class SinkOutlet implements Outlet {
    /** The name of the predictions' sink. */
    public static final String PREDICTIONS = "predictions";

    /** The name of the dead letters' sink. */
    public static final String DEAD_LETTERS = "dead-letters";

    private final ProcessorContext<byte[], byte[]> context;
    private final SamePartition partition;
    private final int number;

    /** @param partition the partitioner that both sinks were given */
    public SinkOutlet(ProcessorContext<byte[], byte[]> context, SamePartition partition) {
        this.context = context;
        this.partition = partition;
        number = context.taskId().partition();
    }

    @Override
    public void prediction(Record<byte[], byte[]> prediction) {
        partition.use(number);
        context.forward(prediction, PREDICTIONS);
    }

    @Override
    public void deadLetter(Record<byte[], byte[]> deadLetter) {
        partition.use(number);
        context.forward(deadLetter, DEAD_LETTERS);
    }

    /**
     * Sends a record to the partition with the number of its sample's, so that order is kept and the two topics can be
     * joined. A partitioner sees only key and value, and a forward ends on the thread that it began on: hence the thread
     * local.
     */
    public static final class SamePartition implements StreamPartitioner<byte[], byte[]> {
        private final ThreadLocal<int[]> current = ThreadLocal.withInitial(() -> new int[1]);
        private final Map<Integer, Optional<Set<Integer>>> answers = new ConcurrentHashMap<>();

        void use(int number) {
            current.get()[0] = number;
        }

        @Override
        public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int numPartitions) {
            return answers.computeIfAbsent(current.get()[0] % numPartitions, number -> Optional.of(Set.of(number)));
        }
    }
}
