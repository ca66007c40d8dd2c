package io.eddy.stream;

import io.eddy.learner.OnlineLearner;
import io.eddy.metrics.LearnerMeters;
import io.eddy.store.LearnerStore;
import io.eddy.store.LearnerStoreBuilder;
import io.eddy.wire.Prediction;
import io.eddy.wire.PredictionEncoder;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.RejectionCode;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Answers every sample with a prediction, then learns from it. {@link #process} is the record's whole path. */
public final class LearnerProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final SampleDecoder decoder;
    private final LearnerMeters allMeters;
    private final PartitionLogs logs;
    private final Function<ProcessorContext<byte[], byte[]>, Outlet> outlets;
    private final int mostAnswerBytes;
    private final PredictionEncoder encoder = new PredictionEncoder();
    private final Sample sample = new Sample();
    private final Provenance provenance = new Provenance();

    private ProcessorContext<byte[], byte[]> context;
    private LearnerStore store;
    private Outlet outlet;
    private LearnerMeters.Partition meters;
    private PartitionLog log;

    /** @param mostAnswerBytes the longest answer that the predictions' topic has to take, with the sample's key and headers */
    public LearnerProcessor(
            SampleDecoder decoder,
            LearnerMeters meters,
            PartitionLogs logs,
            Function<ProcessorContext<byte[], byte[]>, Outlet> outlets,
            int mostAnswerBytes) {
        this.decoder = decoder;
        this.allMeters = meters;
        this.logs = logs;
        this.outlets = outlets;
        this.mostAnswerBytes = mostAnswerBytes;
    }

    /**
     * Called again on the same object after a task is revived, so nothing of an earlier life is kept. Should it fail, nobody
     * closes the processor: so the meters come after the learner, which may be refused.
     */
    @Override
    public void init(ProcessorContext<byte[], byte[]> newContext) {
        context = newContext;
        outlet = outlets.apply(context);
        store = context.getStateStore(LearnerStoreBuilder.NAME);
        OnlineLearner learner = store.learner();
        log = logs.of(context.taskId().partition());
        meters = allMeters.open(context.taskId().partition());
        store.onCommit(this::publish);
        meters.opened(learner, store.snapshotBytes(), store.restoration());
        meters.journal().opened(learner.learned(), store.snapshot());
        log.assigned(learner);
    }

    private void publish(LearnerStore committed) {
        meters.committed(committed.learner(), committed.snapshotBytes(), context.currentSystemTimeMs());
        meters.journal().committed(committed.learner().learned(), committed.snapshot());
        log.written(committed.learner());
    }

    /**
     * One record. All that can fail comes before the forward, and what comes after it can't: should the forward fail, Kafka
     * Streams may hand the same record in again, and it must find the learner as it was.
     */
    @Override
    public void process(Record<byte[], byte[]> record) {
        OnlineLearner learner = store.learner();
        if (record.value() == null) {
            skip(learner);
            return;
        }
        Prediction prediction;
        byte[] answer;
        long now = context.currentSystemTimeMs();
        meters.predict().begin(now);
        try {
            SampleTimestamps.check(record.timestamp(), now);
            int carried = Provenance.carriedBytes(record);
            if (!decoder.decode(record.value(), carried, sample)) {
                skip(learner);
                return;
            }
            sample.setKey(record.key());
            prediction = learner.predict(sample);
            answer = encoder.encode(prediction);
            requireSendable(carried + answer.length);
        } catch (RejectedSampleException reason) {
            reject(record, reason);
            return;
        }
        meters.predict().end();
        note(record.timestamp(), now, prediction);
        outlet.prediction(provenance.prediction(record, answer, source(), learner.driftDetector()));
        if (sample.hasLabel()) {
            meters.learn().begin(now);
            learner.learn(sample);
            meters.learn().end();
            if (!learner.driftDetector().isEmpty()) {
                log.drift(learner);
            }
        } else {
            learner.skipLearning();
        }
        store.markChanged();
    }

    /** A row was deleted: there is nothing to answer. */
    private void skip(OnlineLearner learner) {
        learner.counts().countTombstone();
        store.markChanged();
    }

    /** Many classes with long names: sent, it would be refused, and the same sample met again after each restart. */
    private void requireSendable(int bytes) throws RejectedSampleException {
        if (bytes > mostAnswerBytes) {
            throw new RejectedSampleException(
                    RejectionCode.TOO_LARGE,
                    "the answer has " + bytes + " bytes with key and headers, at most " + mostAnswerBytes
                            + " are sent: raise eddy.sample.max.bytes");
        }
    }

    private void note(long timestamp, long now, Prediction prediction) {
        meters.answered(timestamp, prediction);
        if (meters.journal().isAnswerDue(now)) {
            meters.journal().answered(offset(), timestamp, now, prediction);
        }
    }

    private long offset() {
        return source().map(RecordMetadata::offset).orElse(-1L);
    }

    /** Where the sample came from; empty if somebody's punctuation sent it, whose metadata name no topic. */
    private Optional<RecordMetadata> source() {
        return context.recordMetadata().filter(metadata -> metadata.topic() != null);
    }

    /** The sample as it came to the dead letters; the model stays as it is. */
    private void reject(Record<byte[], byte[]> record, RejectedSampleException reason) {
        Record<byte[], byte[]> deadLetter =
                record.withHeaders(Provenance.ofDeadLetter(record.headers(), source(), reason));
        if (reason.code() == RejectionCode.TIMESTAMP_OUT_OF_RANGE) {
            deadLetter = deadLetter.withTimestamp(context.currentSystemTimeMs());
        }
        outlet.deadLetter(deadLetter);
        long timestamp = SampleTimestamps.given(record.timestamp());
        meters.journal().rejected(offset(), timestamp, context.currentSystemTimeMs(), reason);
        store.learner().counts().countDeadLetter(reason.code());
        store.markChanged();
        log.deadLetter(source(), reason, context.currentSystemTimeMs());
    }

    @Override
    public void close() {
        if (meters != null) {
            meters.close();
            log.closed();
        }
    }
}
