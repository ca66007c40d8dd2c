package io.eddy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.learner.LearnerReport;
import io.eddy.learner.LearnerSnapshot;
import io.eddy.learner.OnlineLearner;
import io.eddy.metrics.LearnerMeters;
import io.eddy.store.LearnerStore;
import io.eddy.store.LearnerStoreBuilder;
import io.eddy.stream.Outlet;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import io.eddy.wire.SampleFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged samples in every format through the processor and its store: nothing stops it, each of them is accounted for, and
 * those that are rejected leave no trace. {@code -Deddy.fuzz=1000000} makes them a million.
 */
class FuzzTest {
    private static final int SAMPLES = Integer.getInteger("eddy.fuzz", 50_000) / SampleFormat.values().length;
    private static final int COMMIT = 1_000;
    private static final Duration STALL = Duration.ofSeconds(5);
    private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everySampleIsAccountedForAndTheAcceptedOnesAloneShapeTheModel(SampleFormat format) throws Exception {
        LearnerConfig config = config(format);
        FuzzedSamples samples = new FuzzedSamples(format, 1);
        OnlineLearner undisturbed = new OnlineLearner(config.learnerSettings());
        SampleDecoder decoder = config.newDecoder();
        LearnerStore store = new LearnerStoreBuilder(config.learnerSettings())
                .withLoggingDisabled()
                .build();
        Answers answers = new Answers();
        Processor<byte[], byte[], byte[], byte[]> processor = processor(config, store, answers);
        long slowest = 0;
        for (int n = 1; n <= SAMPLES; n++) {
            byte[] value = samples.next();
            long began = System.nanoTime();
            processor.process(new Record<>(KEY, value, n));
            slowest = Math.max(slowest, System.nanoTime() - began);
            if (answers.isPredictionOf(n)) {
                learn(undisturbed, decoder, value);
            }
            if (n % COMMIT == 0) {
                store.flushCache();
            }
        }
        LearnerReport report = store.learner().report();
        System.out.printf(
                "fuzz %s: %d samples, %d learned, %d predicted only, %d tombstones, slowest %d ms, %s%n",
                format,
                report.consumed(),
                report.learned(),
                report.predictedOnly(),
                report.tombstones(),
                Duration.ofNanos(slowest).toMillis(),
                report.deadLetters());
        assertThat(report.consumed()).isEqualTo(SAMPLES);
        assertThat(report.isBalanced()).isTrue();
        assertThat(report.learned() + report.predictedOnly()).isEqualTo(answers.predictions);
        assertThat(report.deadLettered()).isEqualTo(answers.letters).isBetween(SAMPLES / 10L, SAMPLES * 6L / 10);
        assertThat(report.tombstones()).isBetween(SAMPLES / 200L, SAMPLES / 4L);
        assertThat(Duration.ofNanos(slowest)).isLessThan(STALL);
        assertThat(digest(store.learner())).isEqualTo(digest(undisturbed));
        processor.close();
        store.close();
    }

    private Processor<byte[], byte[], byte[], byte[]> processor(
            LearnerConfig config, LearnerStore store, Outlet answers) {
        MockProcessorContext<byte[], byte[]> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        context.setRecordMetadata(config.samplesTopic(), 0, 0);
        context.setCurrentSystemTimeMs(SAMPLES);
        store.init(context.getStateStoreContext(), store);
        Processor<byte[], byte[], byte[], byte[]> processor = new LearnerProcessorSupplier(
                        config, new LearnerMeters(new SimpleMeterRegistry()), forwarding -> answers)
                .get();
        processor.init(context);
        return processor;
    }

    /** What came out; a record's timestamp is its number. */
    private static final class Answers implements Outlet {
        private long predictions;
        private long letters;
        private long latest;
        private boolean predicted;

        @Override
        public void prediction(Record<byte[], byte[]> prediction) {
            predictions++;
            predicted = true;
            onlyOneOf(prediction);
        }

        @Override
        public void deadLetter(Record<byte[], byte[]> deadLetter) {
            letters++;
            predicted = false;
            onlyOneOf(deadLetter);
        }

        private void onlyOneOf(Record<byte[], byte[]> record) {
            assertThat(record.timestamp()).isGreaterThan(latest);
            latest = record.timestamp();
        }

        boolean isPredictionOf(long number) {
            return predicted && latest == number;
        }
    }

    private static void learn(OnlineLearner learner, SampleDecoder decoder, byte[] value)
            throws RejectedSampleException {
        Sample sample = new Sample();
        assertThat(decoder.decode(value, sample)).isTrue();
        sample.setKey(KEY);
        learner.predict(sample);
        if (sample.hasLabel()) {
            learner.learn(sample);
        }
    }

    /** With few inputs and classes, so that the bounds are met too. */
    private static LearnerConfig config(SampleFormat format) {
        return LearnerConfig.of(Map.of(
                "eddy.label",
                FuzzedSamples.LABEL,
                "eddy.format",
                format.name().toLowerCase(Locale.ROOT),
                "eddy.csv.header",
                FuzzedSamples.COLUMNS,
                "eddy.features.max",
                "100",
                "eddy.classes.max",
                "10"));
    }

    private static String digest(OnlineLearner learner) {
        return LearnerSnapshot.digest(LearnerSnapshot.encode(learner));
    }
}
