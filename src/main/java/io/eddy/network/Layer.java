package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** One fully connected layer, {@code z = b + x W}. */
final class Layer {
    private static final int BIAS = -1;

    private final int memories;
    private final Weights weights; // [inputs][outputs]
    private Row bias; // [outputs]

    /** @param biasBound of the uniform initial biases */
    Layer(InitialWeights initial, int outputs, int memories, float biasBound) {
        this.memories = memories;
        this.weights = new Weights(initial, outputs, memories);
        this.bias = new Row(outputs, memories);
        for (int o = 0; o < outputs; o++) {
            bias.weights[o] = initial.at(BIAS, o, biasBound);
        }
    }

    int inputs() {
        return weights.inputs();
    }

    int outputs() {
        return weights.outputs();
    }

    void growInputs(int wanted, float bound) {
        weights.growInputs(wanted, bound);
    }

    void growOutputs(int wanted) {
        weights.growOutputs(wanted);
        bias.grow(wanted);
    }

    /** {@code z[r] = b + x[r] W}. */
    void forward(SparseMatrix x, float[][] z, int k) {
        for (int r = 0; r < k; r++) {
            System.arraycopy(bias.weights, 0, z[r], 0, bias.weights.length);
        }
        weights.forward(x, z);
    }

    /** Gradients of the biases, {@code sum over r of delta[r]}. */
    void biasGradient(float[][] delta, int k, float[] buffer, Weights.GradientSink sink) {
        if (k == 1) {
            sink.accept(bias, 1, delta[0], outputs());
            return;
        }
        Arrays.fill(buffer, 0, outputs(), 0);
        for (int r = 0; r < k; r++) {
            Vectors.addScaled(buffer, 1, delta[r], outputs());
        }
        sink.accept(bias, 1, buffer, outputs());
    }

    /** {@code b -= rate * gradient}. */
    void descendBias(float[][] delta, int k, float rate) {
        for (int r = 0; r < k; r++) {
            Vectors.addScaled(bias.weights, -rate, delta[r], outputs());
        }
    }

    Weights weights() {
        return weights;
    }

    float[] bias() {
        return bias.weights;
    }

    long parameters() {
        return (long) (inputs() + 1) * outputs();
    }

    /** Inputs, outputs, bias, weights. */
    void write(DataOutput out) throws IOException {
        out.writeInt(inputs());
        out.writeInt(outputs());
        bias.write(out);
        weights.write(out);
    }

    void read(DataInput in) throws IOException {
        int inputs = in.readInt();
        int outputs = in.readInt();
        bias = new Row(outputs, memories);
        bias.read(in);
        weights.read(in, inputs, outputs);
    }
}
