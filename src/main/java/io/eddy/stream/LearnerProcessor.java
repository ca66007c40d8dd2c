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
    private final PredictionEncoder encoder = new PredictionEncoder();
    private final Sample sample = new Sample();
    private final Provenance provenance = new Provenance();

    private ProcessorContext<byte[], byte[]> context;
    private LearnerStore store;
    private Outlet outlet;
    private LearnerMeters.Partition meters;
    private PartitionLog log;

    public LearnerProcessor(
            SampleDecoder decoder,
            LearnerMeters meters,
            PartitionLogs logs,
            Function<ProcessorContext<byte[], byte[]>, Outlet> outlets) {
        this.decoder = decoder;
        this.allMeters = meters;
        this.logs = logs;
        this.outlets = outlets;
    }

    /** Called again on the same object after a task is revived, so nothing of an earlier life is kept. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> newContext) {
        context = newContext;
        outlet = outlets.apply(context);
        store = context.getStateStore(LearnerStoreBuilder.NAME);
        log = logs.of(context.taskId().partition());
        meters = allMeters.open(context.taskId().partition());
        store.onCommit(this::publish);
        meters.opened(store.learner(), store.snapshotBytes(), store.restoration());
        meters.journal().opened(store.learner().learned(), store.snapshot());
        log.assigned(store.learner());
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
            if (!decoder.decode(record.value(), Provenance.carriedBytes(record), sample)) {
                skip(learner);
                return;
            }
            sample.setKey(record.key());
            prediction = learner.predict(sample);
            answer = encoder.encode(prediction);
        } catch (RejectedSampleException reason) {
            reject(record, reason);
            return;
        }
        meters.predict().end();
        note(record.timestamp(), now, prediction);
        outlet.prediction(provenance.prediction(record, answer, context.recordMetadata(), learner.driftDetector()));
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

    private void note(long timestamp, long now, Prediction prediction) {
        meters.answered(timestamp, prediction);
        if (meters.journal().isAnswerDue(now)) {
            meters.journal().answered(offset(), timestamp, now, prediction);
        }
    }

    private long offset() {
        return context.recordMetadata().map(RecordMetadata::offset).orElse(-1L);
    }

    /** The sample as it came to the dead letters; the model stays as it is. */
    private void reject(Record<byte[], byte[]> record, RejectedSampleException reason) {
        Record<byte[], byte[]> deadLetter =
                record.withHeaders(Provenance.ofDeadLetter(record.headers(), context.recordMetadata(), reason));
        if (reason.code() == RejectionCode.TIMESTAMP_OUT_OF_RANGE) {
            deadLetter = deadLetter.withTimestamp(context.currentSystemTimeMs());
        }
        outlet.deadLetter(deadLetter);
        meters.journal().rejected(offset(), record.timestamp(), context.currentSystemTimeMs(), reason);
        store.learner().counts().countDeadLetter(reason.code());
        store.markChanged();
        log.deadLetter(context.recordMetadata(), reason, context.currentSystemTimeMs());
    }

    @Override
    public void close() {
        if (meters != null) {
            meters.close();
            log.closed();
        }
    }
}
