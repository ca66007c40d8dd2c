package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A feedforward network with an open first layer and open outputs, trained by static backpropagation (Rumelhart, Hinton,
 * Williams 1986). One sample is {@code forward}, {@code backward}, {@code update}, each on the same {@link Scratch}.
 */
public final class Network {
    /** Errors beyond this would soon make weights infinite; such an update is refused. */
    private static final float DELTA_LIMIT = 1e6f;

    private final NetworkShape shape;
    private final Layer[] layers;

    /**
     * A network without inputs.
     *
     * @param outputs units of the last layer: 1 for a regression; classes may be added later
     * @param seed of the initial weights
     */
    public Network(NetworkShape shape, int outputs, long seed) {
        this.shape = shape;
        this.layers = new Layer[shape.layers()];
        int last = layers.length - 1;
        for (int l = 0; l <= last; l++) {
            int units = l < last ? shape.hidden().get(l) : outputs;
            layers[l] = new Layer(new InitialWeights(seed, l), units);
            if (l > 0) {
                int fanIn = shape.hidden().get(l - 1);
                layers[l].growInputs(fanIn, bound(l, fanIn));
            }
        }
    }

    private float bound(int layer, int fanIn) {
        Activation activation = layer < layers.length - 1 ? shape.activation() : Activation.IDENTITY;
        return activation.initialBound(fanIn);
    }

    public NetworkShape shape() {
        return shape;
    }

    public int inputs() {
        return layers[0].inputs();
    }

    public int outputs() {
        return layers[layers.length - 1].outputs();
    }

    /** Weights and biases, all layers. */
    public long parameters() {
        long sum = 0;
        for (Layer layer : layers) {
            sum += layer.parameters();
        }
        return sum;
    }

    public Scratch newScratch() {
        return new Scratch(shape, outputs());
    }

    /**
     * Makes room for inputs up to {@code wanted}.
     *
     * @param fanIn how many inputs a sample has, about; the new weights are scaled by it
     */
    public void growInputs(int wanted, int fanIn) {
        if (wanted > inputs()) {
            layers[0].growInputs(wanted, bound(0, fanIn));
        }
    }

    /** Makes room for outputs up to {@code wanted}, here and in the scratch. What was learned stays. */
    public void growOutputs(int wanted, Scratch scratch) {
        if (wanted > outputs()) {
            layers[layers.length - 1].growOutputs(wanted);
            scratch.growOutputs(wanted);
        }
    }

    /** Computes every layer's output for {@code x}; the answer is {@link Scratch#output()}. */
    public void forward(SparseVector x, Scratch scratch) {
        int last = layers.length - 1;
        for (int l = 0; l <= last; l++) {
            float[] y = scratch.outputs[l];
            if (l == 0) {
                layers[l].forward(x, y);
            } else {
                layers[l].forward(scratch.outputs[l - 1], y);
            }
            if (l < last) {
                shape.activation().forwardInPlace(y, layers[l].outputs());
            } else {
                shape.objective().output(y, layers[l].outputs());
            }
        }
    }

    /**
     * Computes every layer's error after {@code forward}, against {@link Scratch#target()}.
     *
     * @return false if an error is not finite or beyond all measure; then the update must be left out
     */
    public boolean backward(Scratch scratch) {
        int last = layers.length - 1;
        shape.objective().delta(scratch.output(), scratch.target, scratch.deltas[last], layers[last].outputs());
        boolean usable = isUsable(scratch.deltas[last], layers[last].outputs());
        for (int l = last; l > 0; l--) {
            layers[l].backward(scratch.deltas[l], scratch.deltas[l - 1]);
            shape.activation().backwardInPlace(scratch.outputs[l - 1], scratch.deltas[l - 1], layers[l].inputs());
            usable &= isUsable(scratch.deltas[l - 1], layers[l].inputs());
        }
        return usable;
    }

    private static boolean isUsable(float[] delta, int n) {
        return Vectors.maxAbs(delta, n) < DELTA_LIMIT;
    }

    /** One step of gradient descent after {@code backward}, for the same {@code x}. */
    public void update(SparseVector x, Scratch scratch, float rate) {
        for (int l = layers.length - 1; l > 0; l--) {
            layers[l].update(scratch.outputs[l - 1], scratch.deltas[l], rate);
        }
        layers[0].update(x, scratch.deltas[0], rate);
    }

    /** The weights from one input of a layer; for tests and inspection, not a copy. */
    float[] weights(int layer, int input) {
        return layers[layer].weights(input);
    }

    /** The biases of a layer; for tests and inspection, not a copy. */
    float[] bias(int layer) {
        return layers[layer].bias();
    }

    /** Writes the weights, layer after layer. */
    public void write(DataOutput out) throws IOException {
        for (Layer layer : layers) {
            layer.write(out);
        }
    }

    /** Reads what {@link #write} wrote, into a network of the same shape. */
    public void read(DataInput in) throws IOException {
        for (Layer layer : layers) {
            layer.read(in);
        }
    }
}
