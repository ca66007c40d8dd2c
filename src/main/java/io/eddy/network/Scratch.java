package io.eddy.network;

import java.util.Arrays;

/**
 * Where one sample passes through a {@link Network}: the outputs and the errors of each layer. Allocated once, never
 * stored; what it holds is meaningless before {@code forward}.
 */
public final class Scratch {
    final float[][] outputs; // [layer][units]
    final float[][] deltas; // [layer][units], dloss/dz
    float[] target; // [units of the last layer]

    Scratch(NetworkShape shape, int networkOutputs) {
        outputs = new float[shape.layers()][];
        deltas = new float[shape.layers()][];
        for (int l = 0; l < shape.hidden().size(); l++) {
            outputs[l] = new float[shape.hidden().get(l)];
            deltas[l] = new float[shape.hidden().get(l)];
        }
        growOutputs(networkOutputs);
    }

    /** Makes room for {@code wanted} outputs of the network. */
    void growOutputs(int wanted) {
        int last = outputs.length - 1;
        outputs[last] = outputs[last] == null ? new float[wanted] : Arrays.copyOf(outputs[last], wanted);
        deltas[last] = new float[wanted];
        target = new float[wanted];
    }

    /** The network's outputs, after {@code forward}: probabilities, or the one value of a regression. */
    public float[] output() {
        return outputs[outputs.length - 1];
    }

    /** What the outputs should have been; to be filled before {@code backward}. */
    public float[] target() {
        return target;
    }
}
