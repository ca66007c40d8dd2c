package io.eddy.peers;

import com.yahoo.labs.samoa.instances.Instance;
import io.eddy.LearnerConfig;
import io.eddy.learner.OnlineLearner;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import java.util.Map;
import moa.classifiers.Classifier;
import moa.options.ClassOption;

/** Answers a stream's rows, each before it learns it. */
interface StreamLearner {
    /** How many of its answers were right. */
    int right(StreamRows rows);

    /** Eddy as it comes, from a sample's bytes on. */
    static StreamLearner eddy() {
        return rows -> {
            LearnerConfig config =
                    LearnerConfig.of(Map.of("eddy.label", StreamRows.LABEL, "eddy.task", "classification"));
            OnlineLearner learner = new OnlineLearner(config.learnerSettings());
            SampleDecoder decoder = config.newDecoder();
            Sample sample = new Sample();
            try {
                for (byte[] value : rows.samples()) {
                    decoder.decode(value, sample);
                    learner.predict(sample);
                    learner.learn(sample);
                }
            } catch (RejectedSampleException e) {
                throw new IllegalStateException(e);
            }
            return (int) learner.report().correct();
        };
    }

    /** One of MOA's, given as on its command line. */
    static StreamLearner moa(String classifier) {
        return rows -> {
            Classifier learner;
            try {
                learner = (Classifier) ClassOption.cliStringToObject(classifier, Classifier.class, null);
            } catch (Exception e) {
                throw new IllegalArgumentException("MOA knows no learner " + classifier, e);
            }
            learner.setModelContext(rows.header());
            learner.prepareForUse();
            int right = 0;
            for (Instance row : rows.instances()) {
                right += learner.correctlyClassifies(row) ? 1 : 0;
                learner.trainOnInstance(row);
            }
            return right;
        };
    }
}
