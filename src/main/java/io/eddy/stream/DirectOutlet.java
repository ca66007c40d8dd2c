package io.eddy.stream;

import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
// What a sink node calls itself: a processor of the DSL has no sink of its own beside the stream that it returns.
import org.apache.kafka.streams.processor.internals.RecordCollector;

/**
 * Answers to whatever follows the processor in somebody's own topology, dead letters straight to their topic through the
 * task's transactional producer.
 */
public final class DirectOutlet implements Outlet {
    private final ProcessorContext<byte[], byte[]> context;
    private final String deadLetters;
    private final ByteArraySerializer bytes = new ByteArraySerializer();

    /** @param deadLetters the topic; empty for {@code <application.id>-dead-letters} */
    public DirectOutlet(ProcessorContext<byte[], byte[]> context, Optional<String> deadLetters) {
        this.context = context;
        this.deadLetters = deadLetters.orElseGet(() -> context.applicationId() + "-dead-letters");
    }

    @Override
    public void prediction(Record<byte[], byte[]> prediction) {
        context.forward(prediction);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void deadLetter(Record<byte[], byte[]> deadLetter) {
        InternalProcessorContext<Void, Void> internal = (InternalProcessorContext<Void, Void>) (Object) context;
        ((RecordCollector.Supplier) context)
                .recordCollector()
                .send(
                        deadLetters,
                        deadLetter.key(),
                        deadLetter.value(),
                        deadLetter.headers(),
                        deadLetter.timestamp(),
                        bytes,
                        bytes,
                        internal.currentNode().name(),
                        internal,
                        null);
    }
}
