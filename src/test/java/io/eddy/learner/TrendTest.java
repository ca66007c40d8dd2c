package io.eddy.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Labels that go far away from their mean: counters, prices, readings of a meter. */
class TrendTest {
    private final Random random = new Random(1);

    @Test
    void aCounterIsFollowed() {
        assertThat(skill(20_000, i -> i + random.nextGaussian())).isPositive();
    }

    @Test
    void aRandomWalkIsAnsweredByItsLastStep() {
        double[] at = new double[1];
        assertThat(skill(200_000, i -> at[0] += random.nextGaussian())).isGreaterThan(-0.02);
    }

    /** Of the last answers, beside repeating the last label. */
    private double skill(int rows, IntToDoubleFunction label) {
        OnlineLearner learner = LearnerLawsTest.learner(Map.of(), 1);
        for (int i = 0; i < rows; i++) {
            LearnerLawsTest.learn(
                    learner, "{\"x\":" + random.nextGaussian() + ",\"y\":" + label.applyAsDouble(i) + "}");
        }
        return learner.report().figures().recent().get("skill");
    }
}
