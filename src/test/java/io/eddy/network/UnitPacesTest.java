package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitPacesTest {
    private static SparseVector row(float value) {
        SparseVector row = new SparseVector();
        row.add(0, value);
        return row;
    }

    private static Network network() {
        Network network = new Network(
                NetworkShape.feedforward(List.of(4), Activation.IDENTITY, Objective.IDENTITY_SQUARED),
                UpdateRule.of(Optimizer.ADAGRAD_NORM, 0.1f),
                1,
                1);
        network.growInputs(1, 1);
        return network;
    }

    /** Nothing that came into it may reach the others of its batch: the squares here are infinite. */
    @Test
    void aRowThatIsNotLearnedFromDoesNotCount() {
        Network network = network();
        Scratch scratch = network.newScratch(2);
        scratch.load(List.of(row(1), row(1e30f)), new float[] {1, 1}, new float[] {1, 1});
        network.forward(scratch);
        assertThat(network.backward(scratch)).isEqualTo(1);
        network.update(scratch);
        assertThat(network.weightNorm()).isFinite();

        Scratch one = network.newScratch(1);
        one.load(row(1));
        network.forward(one);
        float before = one.output()[0];
        one.aim(5, 1);
        network.backward(one);
        network.update(one);
        one.load(row(1));
        network.forward(one);
        assertThat(one.output()[0]).isGreaterThan(before);
    }
}
