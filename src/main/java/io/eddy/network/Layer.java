package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** One fully connected layer, {@code z = b + x W}. How the weights lie depends on which side of it is open. */
abstract class Layer {
    private static final Kernels KERNELS = Kernels.IN_USE;
    private static final int BIAS = -1;

    private final int memories;
    private Row bias; // [outputs]

    /** @param biasBound of the uniform initial biases */
    Layer(InitialWeights initial, int outputs, int memories, float biasBound) {
        this.memories = memories;
        this.bias = new Row(outputs, memories);
        for (int o = 0; o < outputs; o++) {
            bias.weights[o] = initial.at(BIAS, o, biasBound);
        }
    }

    abstract int inputs();

    abstract int outputs();

    abstract void growInputs(int wanted, float bound);

    void growOutputs(int wanted) {
        bias.grow(wanted);
    }

    /** {@code z[r] = b + x[r] W} for the rows {@code x} that come into layer {@code l}. */
    abstract void forward(Scratch s, int l, float[][] z);

    /** {@code W delta[r]}, the errors of the outputs of layer {@code l - 1}. */
    abstract void backward(Scratch s, int l);

    /** The gradients of the loss by the rows of weights of layer {@code l}. */
    abstract void gradients(Scratch s, int l, GradientSink sink);

    /** {@code W -= rate * gradient}, without the gradient being written down; it may use up the arrays that it is made of. */
    abstract void descend(Scratch s, int l, float rate);

    /** The weight from an input to an output; for tests. */
    abstract float weight(int input, int output);

    abstract void setWeight(int input, int output, float weight);

    abstract double squaresOfWeights();

    abstract void writeWeights(DataOutput out) throws IOException;

    abstract void readWeights(DataInput in, int inputs, int outputs, int version) throws IOException;

    /** Gradients of the biases, {@code sum over r of delta[r]}. */
    final void biasGradient(Scratch s, int l, GradientSink sink) {
        float[][] delta = s.deltas[l];
        if (s.k == 1) {
            sink.accept(bias, 1, delta[0], outputs());
            return;
        }
        Arrays.fill(s.gradient, 0);
        for (int r = 0; r < s.k; r++) {
            Vectors.addScaled(s.gradient, 1, delta[r], outputs());
        }
        sink.accept(bias, 1, s.gradient, outputs());
    }

    /** {@code b -= rate * gradient}. */
    final void descendBias(float[][] delta, int k, float rate) {
        for (int r = 0; r < k; r++) {
            addToBias(-rate, delta[r]);
        }
    }

    /** {@code b += scale * delta}, fetching the errors as they were written: by vectors, those of hidden units. */
    void addToBias(float scale, float[] delta) {
        KERNELS.addScaled(bias.weights, scale, delta, outputs());
    }

    final float[] bias() {
        return bias.weights;
    }

    /** The sum of the squares of weights and biases. */
    final double squares() {
        return Vectors.squares(bias.weights, outputs()) + squaresOfWeights();
    }

    final long parameters() {
        return (long) (inputs() + 1) * outputs();
    }

    /** Inputs, outputs, bias, weights. */
    final void write(DataOutput out) throws IOException {
        out.writeInt(inputs());
        out.writeInt(outputs());
        bias.write(out);
        writeWeights(out);
    }

    /** @param version of the stored format */
    final void read(DataInput in, int version) throws IOException {
        int inputs = in.readInt();
        int outputs = in.readInt();
        bias = new Row(outputs, memories);
        bias.read(in);
        readWeights(in, inputs, outputs, version);
    }
}
