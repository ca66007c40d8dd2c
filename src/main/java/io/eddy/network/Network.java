package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A network with an open first layer and open outputs, trained by static backpropagation (Rumelhart, Hinton, Williams 1986)
 * or, where its hidden units are connected to each other, by recurrent backpropagation (Almeida 1987, Pineda 1987). A sample,
 * or a batch of them as one matrix, is {@code forward}, {@code backward}, {@code update}, each on the same {@link Scratch}.
 */
public final class Network {
    private final NetworkShape shape;
    private final UpdateRule rule;
    private final Layer[] layers;
    private final Relaxation[] relaxations; // [hidden layer]; none in a feedforward network
    private final Descent descent;
    private final boolean sparse; // hidden units with the output 0 might for now as well not be there
    private long updates;

    /**
     * A network without inputs.
     *
     * @param outputs units of the last layer: 1 for a regression; classes may be added later
     * @param seed of the initial weights
     */
    public Network(NetworkShape shape, UpdateRule rule, int outputs, long seed) {
        this.shape = shape;
        this.rule = rule;
        sparse = shape.activation().isSparse() && rule.restsWithoutGradient();
        int memories = rule.optimizer().memories();
        int last = shape.hidden().size();
        layers = new Layer[shape.layers()];
        for (int l = 0; l <= last; l++) {
            InitialWeights initial = InitialWeights.ofLayer(seed, l);
            int fanIn = l > 0 ? shape.hidden().get(l - 1) : 0;
            if (l == last && l > 0) {
                layers[l] = new OutputLayer(initial, fanIn, outputs, memories, bound(l, fanIn));
            } else {
                int units = l < last ? shape.hidden().get(l) : outputs;
                float biasBound = l < last ? shape.activation().initialBias() : 0;
                layers[l] = new SparseLayer(initial, units, memories, biasBound, l > 0 && sparse);
                layers[l].growInputs(fanIn, bound(l, fanIn));
            }
        }
        relaxations = new Relaxation[shape.isRecurrent() ? last : 0];
        for (int l = 0; l < relaxations.length; l++) {
            relaxations[l] = new Relaxation(
                    (NetworkKind.Recurrent) shape.kind(),
                    shape.activation(),
                    InitialWeights.withinLayer(seed, l),
                    shape.hidden().get(l),
                    memories);
        }
        descent = new Descent(rule, layers, relaxations);
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
        for (Relaxation relaxation : relaxations) {
            sum += relaxation.parameters();
        }
        return sum;
    }

    /** The learning rate of the next update. */
    public float rate() {
        return rule.schedule().at(updates);
    }

    /** Euclidean, of all weights and biases. */
    public double weightNorm() {
        double squares = 0;
        for (Layer layer : layers) {
            squares += layer.squares();
        }
        for (Relaxation relaxation : relaxations) {
            squares += relaxation.weights().squares();
        }
        return Math.sqrt(squares);
    }

    /** Euclidean, before clipping, of an update since the last call, without clipping the first; 0 before any. */
    public double gradientNorm() {
        return descent.gradientNorm();
    }

    /** Room for {@code rows} samples; anew after the outputs have grown. */
    public Scratch newScratch(int rows) {
        return new Scratch(shape, outputs(), rows);
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

    /** Makes room for outputs up to {@code wanted}. What was learned stays. */
    public void growOutputs(int wanted) {
        if (wanted > outputs()) {
            layers[layers.length - 1].growOutputs(wanted);
        }
    }

    /** Computes every layer's output for the inputs of {@code s}; the answer is {@link Scratch#output()}. */
    public void forward(Scratch s) {
        s.begin();
        int last = layers.length - 1;
        for (int l = 0; l < last; l++) {
            layers[l].forward(s, l, s.sums[l]);
            if (l < relaxations.length) {
                relaxations[l].forward(s.sums[l], s.relaxing, s.outputs[l], s.usable);
            } else {
                for (int r = 0; r < s.k; r++) {
                    shape.activation().forward(s.sums[l][r], s.outputs[l][r], s.units[l]);
                }
            }
            if (l + 1 < last) {
                s.active[l + 1].load(s.outputs[l], s.k, s.units[l], sparse);
            }
        }
        layers[last].forward(s, last, s.outputs[last]);
        for (int r = 0; r < s.k; r++) {
            shape.objective().output(s.outputs[last][r], s.units[last]);
        }
    }

    /**
     * Computes every layer's error after {@code forward}, against what the rows were aimed at: that of the mean
     * of the rows' weighted losses. A row whose state did not settle, or whose error is beyond all measure, counts nothing.
     *
     * @return how many rows count; if none does, the update must be left out
     */
    public int backward(Scratch s) {
        int last = layers.length - 1;
        for (int r = 0; r < s.k; r++) {
            shape.objective().delta(s.outputs[last][r], s.label(r), s.deltas[last][r], outputs());
        }
        for (int l = last; l > 0; l--) {
            layers[l].backward(s, l);
            if (l - 1 < relaxations.length) {
                relaxations[l - 1].backward(s.sums[l - 1], s.outputs[l - 1], s.relaxing, s.deltas[l - 1], s.usable);
            } else if (!sparse || l == last) { // else there are only active ones, whose slope is 1
                for (int r = 0; r < s.k; r++) {
                    shape.activation()
                            .backwardInPlace(s.sums[l - 1][r], s.outputs[l - 1][r], s.deltas[l - 1][r], s.units[l - 1]);
                }
            }
        }
        return s.weigh();
    }

    /** One step down the gradient after {@code backward}, once: it may use up what {@code s} holds beside its output. */
    public void update(Scratch s) {
        descent.update(s, rate());
        for (Relaxation relaxation : relaxations) {
            relaxation.contain();
        }
        updates++;
    }

    /** A layer; for tests. */
    Layer layer(int l) {
        return layers[l];
    }

    /** The weights from one unit of a recurrent layer to the others; for tests, not a copy. */
    float[] recurrentWeights(int layer, int unit) {
        return relaxations[layer].weights().row(unit);
    }

    /** Writes the number of updates, and the weights, layer after layer. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(updates);
        for (Layer layer : layers) {
            layer.write(out);
        }
        for (Relaxation relaxation : relaxations) {
            relaxation.write(out);
        }
        descent.write(out);
    }

    /**
     * Reads what {@link #write} wrote, into a network of the same shape and optimizer.
     *
     * @param version of the stored format; the first knew neither updates nor recurrent networks
     */
    public void read(DataInput in, int version) throws IOException {
        updates = version == 1 ? 0 : in.readLong();
        for (Layer layer : layers) {
            layer.read(in, version);
        }
        for (Relaxation relaxation : relaxations) {
            relaxation.read(in);
        }
        descent.read(in);
    }
}
