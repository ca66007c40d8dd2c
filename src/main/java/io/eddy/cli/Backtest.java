package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.learner.LearnerReport;
import io.eddy.learner.LearnerSettings;
import io.eddy.learner.LearnerSnapshot;
import io.eddy.learner.OnlineLearner;
import io.eddy.wire.Prediction;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import java.util.Optional;
import java.util.OptionalDouble;

/** A learner over rows without Kafka: the same calls in the same order as for records of a topic, so the same bits. */
final class Backtest {
    private final SampleDecoder decoder;
    private final Sample sample = new Sample();
    private final OnlineLearner learner;

    Backtest(LearnerConfig config) {
        this(config, config.learnerSettings());
    }

    Backtest(LearnerConfig config, LearnerSettings settings) {
        decoder = new SampleDecoder(config.label(), config.ignoredFeatures(), config.mostSampleBytes());
        learner = new OnlineLearner(settings);
    }

    /**
     * Predicts a row, and learns from it if it has a label.
     *
     * @return whether a drift was found with it
     */
    boolean learn(CsvSamples.Row row) {
        try {
            decode(row);
            learner.predict(sample);
        } catch (RejectedSampleException e) {
            learner.counts().countDeadLetter(e.code());
            return false;
        }
        if (!sample.hasLabel()) {
            learner.skipLearning();
            return false;
        }
        learner.learn(sample);
        return !learner.driftDetector().isEmpty();
    }

    /**
     * Predicts a labelled row, learns nothing.
     *
     * @return of a class 0 if it is right and else 1, of a number the squared error; empty where there is no answer or label
     */
    OptionalDouble error(CsvSamples.Row row) {
        try {
            decode(row);
            Prediction prediction = learner.predict(sample);
            if (!prediction.isAnswered() || !prediction.isLabelled()) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(prediction.isClassification() ? matches(prediction) ? 0 : 1 : prediction.loss());
        } catch (RejectedSampleException e) {
            return OptionalDouble.empty();
        }
    }

    private static boolean matches(Prediction prediction) {
        return prediction.classes().get(prediction.predictedClass()).equals(prediction.labelClass());
    }

    /** Whether a row of a classification is answered right, which a rejected one is not; empty without a label. */
    Optional<Boolean> isRight(CsvSamples.Row row) {
        try {
            decode(row);
            if (!sample.hasLabel()) {
                return Optional.empty();
            }
            Prediction prediction = learner.predict(sample);
            return Optional.of(prediction.isAnswered() && matches(prediction));
        } catch (RejectedSampleException e) {
            return Optional.of(false);
        }
    }

    private void decode(CsvSamples.Row row) throws RejectedSampleException {
        decoder.decode(row.sample(), sample);
        sample.setKey(row.key());
    }

    LearnerReport report() {
        return learner.report();
    }

    String digest() {
        return LearnerSnapshot.digest(LearnerSnapshot.encode(learner));
    }
}
