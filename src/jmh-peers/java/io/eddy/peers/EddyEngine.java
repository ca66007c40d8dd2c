package io.eddy.peers;

import io.eddy.network.Activation;
import io.eddy.network.Network;
import io.eddy.network.NetworkShape;
import io.eddy.network.Objective;
import io.eddy.network.Scratch;
import io.eddy.network.SparseVector;
import io.eddy.network.UpdateRule;
import java.util.Arrays;
import java.util.List;

/** Eddy's own network. */
final class EddyEngine implements Engine {
    private Network network;
    private Scratch scratch;
    private SparseVector[] rows;
    private int[] labels;

    @Override
    public void create(int[] units, float[][] values, int[] labelsOfRows) {
        int last = units.length - 1;
        List<Integer> hidden = Arrays.stream(units, 1, last).boxed().toList();
        NetworkShape shape = NetworkShape.feedforward(hidden, Activation.RELU, Objective.SOFTMAX_CROSS_ENTROPY);
        network = new Network(shape, UpdateRule.sgd(RATE), units[last], 1);
        network.growInputs(units[0], units[0]);
        scratch = network.newScratch(1);
        rows = Arrays.stream(values).map(EddyEngine::vector).toArray(SparseVector[]::new);
        labels = labelsOfRows;
    }

    private static SparseVector vector(float[] values) {
        SparseVector x = new SparseVector();
        for (int i = 0; i < values.length; i++) {
            x.add(i, values[i]);
        }
        return x;
    }

    @Override
    public void learn(int row) {
        scratch.load(rows[row]);
        network.forward(scratch);
        scratch.aim(labels[row], 1);
        network.backward(scratch);
        network.update(scratch);
    }

    @Override
    public int predict(int row) {
        scratch.load(rows[row]);
        network.forward(scratch);
        return Engine.greatest(scratch.output(), network.outputs());
    }
}
