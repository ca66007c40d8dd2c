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

    /** Predicts a row, and learns from it if it has a label. */
    void learn(CsvSamples.Row row) {
        try {
            decode(row);
            learner.predict(sample);
        } catch (RejectedSampleException e) {
            learner.counts().countDeadLetter(e.code());
            return;
        }
        if (sample.hasLabel()) {
            learner.learn(sample);
        } else {
            learner.skipLearning();
        }
    }

    /** Predicts a labelled classification row, learns nothing; whether the answer is right. */
    boolean isRight(CsvSamples.Row row) {
        try {
            decode(row);
            Prediction prediction = learner.predict(sample);
            return prediction.isAnswered()
                    && prediction.classes().get(prediction.predictedClass()).equals(prediction.labelClass());
        } catch (RejectedSampleException e) {
            return false;
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
