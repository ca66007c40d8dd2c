package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelaxationTest {
    private static final int INPUTS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fourBitParityIsLearned(long seed) {
        Network network = recurrent(Activation.TANH, 200, UpdateRule.of(Optimizer.ADAM, 0.005f), seed);
        Scratch scratch = network.newScratch(1);
        Random random = new Random(seed);
        for (int step = 0; step < 20_000; step++) {
            learn(network, scratch, random.nextInt(16));
        }
        for (int bits = 0; bits < 16; bits++) {
            forward(network, scratch, bits);
            assertThat(scratch.output()[parity(bits)]).as("pattern %d", bits).isGreaterThan(0.9f);
        }
    }

    /** However wildly it learns, the map contracts: every state and every error settles. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void theMapKeepsContracting(Activation activation) {
        Network network = recurrent(activation, 200, UpdateRule.sgd(0.5f), 1);
        Scratch scratch = network.newScratch(1);
        Random random = new Random(1);
        double largest = 0;
        for (int step = 0; step < 2_000; step++) {
            forward(network, scratch, random.nextInt(16));
            scratch.aim(random.nextInt(2), 1);
            if (network.backward(scratch) == 1) {
                network.update(scratch);
            }
            assertThat(scratch.unsettled()).isZero();
            largest = Math.max(largest, norm(network));
        }
        assertThat(largest * activation.steepest()).isLessThan(1);
    }

    @Test
    void aStateThatDoesNotSettleIsAnsweredButNotLearnedFrom() {
        Network network = recurrent(Activation.TANH, 1, UpdateRule.sgd(0.1f), 1);
        Scratch scratch = network.newScratch(1);
        forward(network, scratch, 5);
        assertThat(scratch.output()[0] + scratch.output()[1]).isBetween(0.999f, 1.001f);
        assertThat(scratch.unsettled()).isOne();
        assertThat(network.backward(scratch)).isZero();
    }

    private static Network recurrent(Activation activation, int iterations, UpdateRule rule, long seed) {
        NetworkShape shape = new NetworkShape(
                new NetworkKind.Recurrent(1e-5f, iterations), List.of(16), activation, Objective.SOFTMAX_CROSS_ENTROPY);
        Network network = new Network(shape, rule, 2, seed);
        network.growInputs(INPUTS, INPUTS);
        return network;
    }

    private static void learn(Network network, Scratch scratch, int bits) {
        forward(network, scratch, bits);
        scratch.aim(parity(bits), 1);
        assertThat(network.backward(scratch)).isOne();
        network.update(scratch);
    }

    private static void forward(Network network, Scratch scratch, int bits) {
        SparseVector x = new SparseVector();
        for (int i = 0; i < INPUTS; i++) {
            x.add(i, (bits >> i & 1) == 1 ? 1 : -1);
        }
        scratch.load(x);
        network.forward(scratch);
    }

    private static int parity(int bits) {
        return Integer.bitCount(bits) % 2;
    }

    /** The spectral norm of the recurrent weights, by power iteration on {@code U' U}. */
    private static double norm(Network network) {
        int units = 16;
        double[] v = new double[units];
        java.util.Arrays.fill(v, 1);
        double norm = 0;
        for (int n = 0; n < 50; n++) {
            double[] u = new double[units];
            double[] w = new double[units];
            for (int i = 0; i < units; i++) {
                for (int j = 0; j < units; j++) {
                    u[i] += network.recurrentWeights(0, i)[j] * v[j];
                }
            }
            for (int i = 0; i < units; i++) {
                for (int j = 0; j < units; j++) {
                    w[j] += network.recurrentWeights(0, i)[j] * u[i];
                }
            }
            double length = 0;
            for (double value : w) {
                length += value * value;
            }
            length = Math.sqrt(length);
            norm = Math.sqrt(length);
            for (int j = 0; j < units; j++) {
                v[j] = length == 0 ? 0 : w[j] / length;
            }
        }
        return norm;
    }
}
