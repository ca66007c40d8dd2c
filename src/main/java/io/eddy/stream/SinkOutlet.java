package io.eddy.stream;

import java.util.Optional;
import java.util.Set;
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
        private final ThreadLocal<Choice> choices = ThreadLocal.withInitial(Choice::new);

        void use(int number) {
            choices.get().wanted = number;
        }

        @Override
        public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int numPartitions) {
            return choices.get().of(numPartitions);
        }
    }

    /** Made anew only where it is another one than for the record before. */
    private static final class Choice {
        private int wanted;
        private int made = -1;
        private Optional<Set<Integer>> answer = Optional.empty();

        Optional<Set<Integer>> of(int partitions) {
            int number = wanted % partitions;
            if (number != made) {
                made = number;
                answer = Optional.of(Set.of(number));
            }
            return answer;
        }
    }
}
