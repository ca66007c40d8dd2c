package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A layer whose inputs may be absent, and if it is the first one, become more: it has a row of weights for each input. */
final class SparseLayer extends Layer {
    private final Weights weights;
    private final boolean varying;

    /** @param varying whether a sample hardly ever has the same active inputs as the one before: no step need wait for that */
    SparseLayer(InitialWeights initial, int outputs, int memories, float biasBound, boolean varying) {
        super(initial, outputs, memories, biasBound);
        this.varying = varying;
        weights = new Weights(initial, outputs, memories);
    }

    @Override
    int inputs() {
        return weights.inputs();
    }

    @Override
    int outputs() {
        return weights.outputs();
    }

    @Override
    void growInputs(int wanted, float bound) {
        weights.growInputs(wanted, bound);
    }

    @Override
    void growOutputs(int wanted) {
        super.growOutputs(wanted);
        weights.growOutputs(wanted);
    }

    @Override
    void forward(Scratch s, int l, float[][] z) {
        weights.forward(s.active[l], bias(), z);
    }

    @Override
    void backward(Scratch s, int l) {
        weights.backward(s.active[l], s.deltas[l], s.deltas[l - 1]);
    }

    @Override
    void gradients(Scratch s, int l, GradientSink sink) {
        weights.gradients(s.active[l], s.deltas[l], s.gradient, sink);
    }

    @Override
    void descend(Scratch s, int l, float rate) {
        weights.descend(s.active[l], s.deltas[l], rate);
        if (varying) {
            weights.settle();
        }
    }

    @Override
    float weight(int input, int output) {
        return weights.row(input)[output];
    }

    @Override
    void setWeight(int input, int output, float weight) {
        weights.row(input)[output] = weight;
    }

    @Override
    double squaresOfWeights() {
        return weights.squares();
    }

    @Override
    void writeWeights(DataOutput out) throws IOException {
        weights.write(out);
    }

    @Override
    void readWeights(DataInput in, int inputs, int outputs, int version) throws IOException {
        weights.read(in, inputs, outputs);
    }
}
