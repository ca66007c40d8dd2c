package io.eddy.network;

import static io.eddy.network.NetworkTest.forward;
import static io.eddy.network.NetworkTest.network;
import static io.eddy.network.NetworkTest.vector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rows are learned from. */
class MeasuredRowTest {
    @Test
    void anUpdateWithoutMeasureIsRefused() {
        Network network =
                network(NetworkShape.feedforward(List.of(), Activation.RELU, Objective.IDENTITY_SQUARED), 1, 1, 0.1f);
        network.growInputs(1, 1);
        Scratch scratch = network.newScratch(1);
        for (float label : new float[] {1e7f, Float.NaN, 1}) {
            forward(network, vector(1), scratch);
            scratch.aim(label, 1);
            assertThat(network.backward(scratch)).isEqualTo(label == 1 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void oneSumThatIsNoNumberIsEnough(Objective objective) {
        boolean separate = objective.isOfClasses() && !objective.isJoint(); // the sigmoid of what is infinite is 1
        float[] broken = {Float.NaN, Float.intBitsToFloat(0xffc00000), separate ? Float.NaN : Float.POSITIVE_INFINITY};
        for (int outputs : objective.isOfClasses() ? new int[] {3, 6, 20} : new int[] {1}) {
            for (int o = 0; o < outputs; o++) {
                for (float weight : broken) {
                    NetworkShape shape = NetworkShape.feedforward(List.of(), Activation.RELU, objective);
                    Network network = network(shape, outputs, 1, 0.1f);
                    network.growInputs(1, 1);
                    network.layer(0).setWeight(0, o, weight);
                    assertThat(backward(network, vector(1))).isZero();
                }
            }
        }
    }

    @Test
    void aHiddenOutputBeyondMeasureIsEnough() {
        NetworkShape shape = NetworkShape.feedforward(List.of(4), Activation.RELU, Objective.SOFTMAX_CROSS_ENTROPY);
        for (int unit = 0; unit < 4; unit++) {
            Network network = network(shape, 3, 1, 0.1f);
            network.growInputs(1, 1);
            network.layer(0).setWeight(0, unit, 1);
            assertThat(backward(network, vector(1e3f))).isOne();
            network.layer(0).setWeight(0, unit, 1e4f);
            assertThat(backward(network, vector(1e3f))).isZero();
        }
    }

    private static int backward(Network network, SparseVector x) {
        Scratch scratch = network.newScratch(1);
        forward(network, x, scratch);
        scratch.aim(0, 1);
        return network.backward(scratch);
    }
}
