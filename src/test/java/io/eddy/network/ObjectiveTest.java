package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectiveTest {
    @ParameterizedTest
    @EnumSource
    void anErrorTooSmallToChangeAWeightIsNoneSoThatNothingBecomesSubnormal(Objective objective) {
        float[] y = {1e-3f, 1e-20f, Float.MIN_VALUE};
        float[] delta = new float[3];

        objective.delta(y, 0, delta, 3);

        assertThat(delta[0]).isNotZero();
        assertThat(delta[1]).isZero();
        assertThat(delta[2]).isZero();
        objective.delta(new float[] {objective.isOfClasses() ? 1 : 1e-20f}, 0, delta, 1);
        assertThat(delta[0]).isZero();
    }
}
