package io.eddy.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.LearnerConfig;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Labels that go far away from their mean: counters, prices, readings of a meter. */
class TrendTest {
    private final Random random = new Random(1);

    @Test
    void aCounterIsFollowed() throws Exception {
        assertThat(skill(20_000, i -> i + random.nextGaussian())).isPositive();
    }

    @Test
    void aRandomWalkIsAnsweredByItsLastStep() throws Exception {
        double[] at = new double[1];
        assertThat(skill(200_000, i -> at[0] += random.nextGaussian())).isGreaterThan(-0.02);
    }

    /** Of the last answers, beside repeating the last label. */
    private double skill(int rows, IntToDoubleFunction label) throws Exception {
        LearnerConfig config = LearnerConfig.of(Map.of("eddy.label", "y"));
        OnlineLearner learner = new OnlineLearner(config.learnerSettings());
        SampleDecoder decoder = config.newDecoder();
        Sample sample = new Sample();
        for (int i = 0; i < rows; i++) {
            String row = "{\"x\":" + random.nextGaussian() + ",\"y\":" + label.applyAsDouble(i) + "}";
            decoder.decode(row.getBytes(StandardCharsets.UTF_8), sample);
            learner.predict(sample);
            learner.learn(sample);
        }
        return learner.report().figures().recent().get("skill");
    }
}
