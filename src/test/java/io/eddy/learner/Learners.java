package io.eddy.learner;

import io.eddy.LearnerConfig;
import io.eddy.Samples;
import io.eddy.wire.Prediction;
import io.eddy.wire.PredictionEncoder;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.Sample;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Learners of the label {@code y}, and rows of JSON for them. */
final class Learners {
    private static final Pattern COLOR = Pattern.compile("\"color\":\"\\w+");

    private Learners() {}

    static OnlineLearner learner(Map<String, String> configuration, long seed) {
        Map<String, String> all = new HashMap<>(configuration);
        all.put("eddy.label", "y");
        all.put("eddy.seed", Long.toString(seed));
        return new OnlineLearner(LearnerConfig.of(all).learnerSettings());
    }

    static OnlineLearner learned(Map<String, String> configuration, long seed, List<String> rows) {
        OnlineLearner learner = learner(configuration, seed);
        rows.forEach(row -> learn(learner, row));
        return learner;
    }

    /** The colour is the key, too. */
    static String learn(OnlineLearner learner, String row) {
        Sample sample = Samples.decode(row);
        Matcher color = COLOR.matcher(row);
        sample.setKey(color.find() ? color.group().getBytes(StandardCharsets.UTF_8) : null);
        String answer = predict(learner, sample);
        learner.learn(sample);
        return answer;
    }

    static String predict(OnlineLearner learner, Sample sample) {
        try {
            Prediction prediction = learner.predict(sample);
            return new String(new PredictionEncoder().encode(prediction), StandardCharsets.UTF_8);
        } catch (RejectedSampleException e) {
            throw new AssertionError(e);
        }
    }

    static String digest(OnlineLearner learner) {
        return LearnerSnapshot.digest(LearnerSnapshot.encode(learner));
    }
}
