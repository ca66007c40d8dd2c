package io.eddy.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.evaluation.Figures;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Labels that go far away from their mean: counters, prices, readings of a meter, what rarely happens. */
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

    @Test
    void aWalkOfEachKeyIsAnsweredByItsOwnLastStep() {
        OnlineLearner learner = Learners.learner(Map.of("eddy.features.lags.by", "key"), 1);
        double[] at = random.doubles(6, -500, 500).toArray();
        for (int i = 0; i < 50_000; i++) {
            int key = random.nextInt(at.length);
            at[key] += random.nextGaussian();
            Learners.learn(learner, "{\"color\":\"c" + key + "\",\"y\":" + at[key] + "}");
        }
        Figures figures = learner.report().figures();
        assertThat(figures.baselines().get("noChange").get("rmse")).isLessThan(5);
        assertThat(figures.recent().get("rmse")).isLessThan(1.1);
        assertThat(learner.report().candidates().get("no-change")).isGreaterThan(0.5);
    }

    @Test
    void theLastLabelOfANewKeyIsThatOfThePartition() {
        OnlineLearner learner = Learners.learner(Map.of("eddy.features.lags.by", "key"), 1);
        double at = 0;
        for (int i = 0; i < 20_000; i++) {
            at += random.nextGaussian();
            Learners.learn(learner, "{\"x\":1,\"color\":\"k" + i + "\",\"y\":" + at + "}");
        }
        assertThat(learner.report().figures().recent().get("skill")).isGreaterThan(-0.1);
    }

    @Test
    void theLastClassIsThatOfTheKey() {
        OnlineLearner learner = Learners.learner(Map.of("eddy.features.lags.by", "key"), 1);
        for (int i = 0; i < 5_000; i++) {
            int key = random.nextInt(6);
            String label = (i / 500 + key) % 2 == 0 ? "even" : "odd";
            Learners.learn(learner, "{\"color\":\"c" + key + "\",\"y\":\"" + label + "\"}");
        }
        Figures figures = learner.report().figures();
        assertThat(figures.baselines().get("noChange").get("accuracy")).isGreaterThan(0.98);
        assertThat(figures.recent().get("accuracy")).isGreaterThan(0.95);
    }

    @Test
    void whatRarelyHappensIsAnswered() {
        OnlineLearner learner = Learners.learner(Map.of(), 1);
        for (int i = 0; i < 100_000; i++) {
            boolean happens = random.nextInt(200) == 0;
            double x = random.nextGaussian();
            double y = happens ? 500 + 100 * x : 0;
            Learners.learn(learner, "{\"happens\":" + happens + ",\"x\":" + x + ",\"y\":" + y + "}");
        }
        assertThat(learner.report().figures().metrics().get("skill")).isGreaterThan(0.5);
    }

    /** Eight or nine deviations are not too far to be right. */
    @Test
    void whatIsFarIsAnsweredAsFarAsItIs() {
        OnlineLearner learner = Learners.learner(Map.of(), 1);
        for (int i = 0; i < 50_000; i++) {
            boolean far = random.nextInt(80) == 0;
            double y = random.nextGaussian() + (far ? 100 : 0);
            Learners.learn(learner, "{\"far\":" + far + ",\"x\":1,\"y\":" + y + "}");
        }
        assertThat(learner.report().figures().recent().get("rmse")).isLessThan(2);
    }

    /** With the last label cut at six deviations the skill would be -0.39. */
    @Test
    void aRunOfFarLabelsIsFollowed() {
        OnlineLearner learner = Learners.learner(Map.of(), 1);
        for (int i = 0; i < 50_000; i++) {
            double y = (i % 8_000 < 100 ? 100 : 0) + random.nextGaussian();
            Learners.learn(learner, "{\"x\":" + random.nextGaussian() + ",\"y\":" + y + "}");
        }
        assertThat(learner.report().figures().metrics().get("skill")).isGreaterThan(-0.25);
    }

    @Test
    void aLateShiftIsFollowed() {
        assertThat(skill(305_000, i -> (i < 300_000 ? 0 : 1_000) + random.nextGaussian()))
                .isGreaterThan(-0.5);
    }

    /** Of the last answers, beside repeating the last label. */
    private double skill(int rows, IntToDoubleFunction label) {
        OnlineLearner learner = Learners.learner(Map.of(), 1);
        for (int i = 0; i < rows; i++) {
            Learners.learn(learner, "{\"x\":" + random.nextGaussian() + ",\"y\":" + label.applyAsDouble(i) + "}");
        }
        return learner.report().figures().recent().get("skill");
    }
}
