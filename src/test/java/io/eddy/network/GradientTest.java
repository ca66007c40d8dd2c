package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation x objective x depth x kind: backpropagated gradients against central differences of the loss. */
class GradientTest {
    private static final float STEP = 4e-3f;
    private static final int INPUTS = 5;
    private static final int FAN_IN = 4;
    private static final NetworkKind RECURRENT = new NetworkKind.Recurrent(1e-6f, 500);

    static Stream<Arguments> networks() {
        List<Arguments> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (Objective objective : Objective.values()) {
                for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(6), List.of(5, 4), List.of(4, 5, 3))) {
                    for (long seed = 1; seed <= 3; seed++) {
                        all.add(Arguments.of(new NetworkKind.Feedforward(), activation, objective, hidden, seed));
                        if (!hidden.isEmpty()) {
                            all.add(Arguments.of(RECURRENT, activation, objective, hidden, seed));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} seed {4}")
    @MethodSource("networks")
    void backwardIsTheGradient(
            NetworkKind kind, Activation activation, Objective objective, List<Integer> hidden, long seed) {
        Checked checked = check(new NetworkShape(kind, hidden, activation, objective), seed, 1);
        assertThat(checked.failures).isEmpty();
        assertThat(checked.compared).isGreaterThanOrEqualTo(checked.skipped);
    }

    @Test
    void aWrongGradientIsFound() {
        for (NetworkKind kind : List.of(new NetworkKind.Feedforward(), RECURRENT)) {
            Checked checked = check(
                    new NetworkShape(kind, List.of(6), Activation.TANH, Objective.SOFTMAX_CROSS_ENTROPY), 1, 1.1f);
            assertThat(checked.failures).isNotEmpty();
        }
    }

    private static final class Checked {
        int compared;
        int skipped;
        final List<String> failures = new ArrayList<>();
    }

    private static Checked check(NetworkShape shape, long seed, float factor) {
        Random random = new Random(seed);
        int outputs = shape.objective().isOfClasses() ? 3 : 1;
        Network network = new Network(shape, UpdateRule.sgd(0.1f), outputs, seed);
        network.growInputs(INPUTS, FAN_IN);
        SparseVector x = new SparseVector();
        for (int i : new int[] {0, 1, 3, 4}) {
            x.add(i, 0.4f * (float) random.nextGaussian());
        }
        float label = outputs == 1 ? (float) random.nextGaussian() : random.nextInt(outputs);
        Scratch scratch = pass(network, x, label);
        assertThat(network.backward(scratch)).isOne();
        assertThat(scratch.unsettled()).isZero();

        Checked checked = new Checked();
        for (int l = 0; l < shape.layers(); l++) {
            float[] delta = Arrays.copyOf(scratch.deltas[l][0], scratch.units[l]);
            float[] input = l == 0 ? dense(x) : Arrays.copyOf(scratch.outputs[l - 1][0], scratch.units[l - 1]);
            compare(network, x, label, of(network.layer(l).bias()), 1, delta, factor, checked);
            for (int i = 0; i < input.length; i++) {
                compare(network, x, label, of(network.layer(l), i), input[i], delta, factor, checked);
            }
            for (int i = 0; shape.isRecurrent() && l < shape.layers() - 1 && i < delta.length; i++) {
                float state = scratch.outputs[l][0][i];
                compare(network, x, label, of(network.recurrentWeights(l, i)), state, delta, factor, checked);
            }
        }
        return checked;
    }

    private static float[] dense(SparseVector x) {
        float[] dense = new float[INPUTS];
        for (int k = 0; k < x.size(); k++) {
            dense[x.index(k)] = x.value(k);
        }
        return dense;
    }

    /** The weights from one input, or biases. */
    private interface Weights {
        float get(int output);

        void set(int output, float weight);
    }

    private static Weights of(float[] row) {
        return new Weights() {
            @Override
            public float get(int output) {
                return row[output];
            }

            @Override
            public void set(int output, float weight) {
                row[output] = weight;
            }
        };
    }

    private static Weights of(Layer layer, int input) {
        return new Weights() {
            @Override
            public float get(int output) {
                return layer.weight(input, output);
            }

            @Override
            public void set(int output, float weight) {
                layer.setWeight(input, output, weight);
            }
        };
    }

    private static void compare(
            Network network,
            SparseVector x,
            float label,
            Weights row,
            float in,
            float[] delta,
            float factor,
            Checked checked) {
        for (int o = 0; o < delta.length; o++) {
            float weight = row.get(o);
            row.set(o, weight + STEP);
            Scratch above = pass(network, x, label);
            row.set(o, weight - STEP);
            Scratch below = pass(network, x, label);
            row.set(o, weight);
            if (!Arrays.equals(kinks(network, above), kinks(network, below))) {
                checked.skipped++;
                continue;
            }
            checked.compared++;
            double numeric = (loss(network, above) - loss(network, below)) / (2.0 * STEP);
            double analytic = factor * in * delta[o];
            if (Math.abs(numeric - analytic) > 1e-3 + 5e-3 * Math.abs(analytic)) {
                checked.failures.add("numeric " + numeric + ", analytic " + analytic);
            }
        }
    }

    private static Scratch pass(Network network, SparseVector x, float label) {
        Scratch scratch = network.newScratch(1);
        scratch.load(x);
        scratch.aim(label, 1);
        network.forward(scratch);
        return scratch;
    }

    private static double loss(Network network, Scratch scratch) {
        return network.shape().objective().loss(scratch.output(), scratch.label(0), network.outputs());
    }

    /** On which side of its kink each unit is; a difference across one says nothing about the gradient. */
    private static boolean[] kinks(Network network, Scratch scratch) {
        List<Boolean> sides = new ArrayList<>();
        for (int l = 0; l < scratch.outputs.length - 1; l++) {
            for (float y : scratch.outputs[l][0]) {
                sides.add(network.shape().activation().name().endsWith("RELU") && y > 0);
            }
        }
        sides.add(Math.abs(scratch.output()[0] - scratch.label(0)) > 1
                && network.shape().objective() == Objective.IDENTITY_HUBER);
        boolean[] array = new boolean[sides.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = sides.get(i);
        }
        return array;
    }

    @Test
    void softmaxSumsToOneForAnySums() {
        float[] z = Arrays.copyOf(new float[] {1000, -1000, 999}, Kernels.padded(3));
        Objective.SOFTMAX_CROSS_ENTROPY.output(z, 3);
        assertThat(z[0] + z[1] + z[2]).isCloseTo(1, within(1e-6f));
        assertThat(z[0]).isGreaterThan(z[2]);
    }
}
