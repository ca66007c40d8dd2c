package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A network with an open first layer and open outputs, trained by static backpropagation (Rumelhart, Hinton, Williams 1986)
 * or, where its hidden units are connected to each other, by recurrent backpropagation (Almeida 1987, Pineda 1987). A sample,
 * or a batch of them as one matrix, is {@code forward}, {@code backward}, {@code update}, each on the same {@link Scratch}.
 */
public final class Network {
    /** Errors and states beyond this would soon make weights infinite; such a row is not learned from. */
    private static final float LIMIT = 1e6f;

    private final NetworkShape shape;
    private final UpdateRule rule;
    private final Layer[] layers;
    private final Relaxation[] relaxations; // [hidden layer]; none in a feedforward network
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
        int memories = rule.optimizer().memories();
        int last = shape.hidden().size();
        layers = new Layer[shape.layers()];
        for (int l = 0; l <= last; l++) {
            int units = l < last ? shape.hidden().get(l) : outputs;
            float biasBound = l < last ? shape.activation().initialBias() : 0;
            layers[l] = new Layer(InitialWeights.ofLayer(seed, l), units, memories, biasBound);
            if (l > 0) {
                int fanIn = shape.hidden().get(l - 1);
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
        for (int l = 0; l <= last; l++) {
            float[][] y = s.outputs[l];
            float[][] z = l < last ? s.sums[l] : y;
            if (l == 0) {
                layers[l].forward(s.inputs, z, s.k);
            } else {
                layers[l].forward(s.outputs[l - 1], z, s.k);
            }
            if (l < relaxations.length) {
                relaxations[l].forward(z, s.relaxing, y, s.usable);
            } else {
                for (int r = 0; r < s.k; r++) {
                    if (l < last) {
                        shape.activation().forward(z[r], y[r], y[r].length);
                    } else {
                        shape.objective().output(y[r], y[r].length);
                    }
                }
            }
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
            shape.objective().aim(s.label(r), s.targets[r], outputs());
            shape.objective().delta(s.outputs[last][r], s.targets[r], s.deltas[last][r], outputs());
        }
        for (int l = last; l > 0; l--) {
            layers[l].backward(s.deltas[l], s.deltas[l - 1], s.k);
            if (l - 1 < relaxations.length) {
                relaxations[l - 1].backward(s.sums[l - 1], s.outputs[l - 1], s.relaxing, s.deltas[l - 1], s.usable);
            } else {
                for (int r = 0; r < s.k; r++) {
                    shape.activation()
                            .backwardInPlace(
                                    s.sums[l - 1][r], s.outputs[l - 1][r], s.deltas[l - 1][r], layers[l].inputs());
                }
            }
        }
        return weigh(s);
    }

    private static int weigh(Scratch s) {
        int count = 0;
        for (int r = 0; r < s.k; r++) {
            s.usable[r] &= isMeasured(s, r);
            count += s.usable[r] ? 1 : 0;
        }
        for (int r = 0; r < s.k; r++) {
            float share = s.usable[r] ? s.weight(r) / count : 0;
            for (float[][] deltas : s.deltas) {
                if (share == 0) {
                    Arrays.fill(deltas[r], 0);
                } else if (share != 1) {
                    Vectors.scale(deltas[r], share, deltas[r].length);
                }
            }
        }
        return count;
    }

    private static boolean isMeasured(Scratch s, int row) {
        for (int l = 0; l < s.deltas.length; l++) {
            if (!(Vectors.maxAbs(s.deltas[l][row], s.deltas[l][row].length) < LIMIT)
                    || !(Vectors.maxAbs(s.outputs[l][row], s.outputs[l][row].length) < LIMIT)) {
                return false;
            }
        }
        return true;
    }

    /** One step down the gradient after {@code backward}. */
    public void update(Scratch s) {
        float rate = rate();
        if (rule.clipNorm() > 0) {
            clip(s);
        }
        if (rule.isPlain()) {
            descend(s, rate);
        } else {
            gradients(
                    s,
                    (row, g, n) -> {
                        Vectors.addScaled(g, rule.l2(), row.weights, n);
                        row.update(g, n, rule, rate);
                    },
                    (row, g, n) -> row.update(g, n, rule, rate));
        }
        for (Relaxation relaxation : relaxations) {
            relaxation.contain();
        }
        updates++;
    }

    private void clip(Scratch s) {
        double[] squares = new double[1];
        Weights.GradientSink sum = (row, g, n) -> squares[0] += Vectors.squares(g, n);
        gradients(s, sum, sum);
        double norm = Math.sqrt(squares[0]);
        if (norm > rule.clipNorm()) {
            for (float[][] deltas : s.deltas) {
                for (float[] row : deltas) {
                    Vectors.scale(row, (float) (rule.clipNorm() / norm), row.length);
                }
            }
        }
    }

    private void gradients(Scratch s, Weights.GradientSink ofWeights, Weights.GradientSink ofBiases) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].biasGradient(s.deltas[l], s.k, s.gradient, ofBiases);
            if (l == 0) {
                layers[l].weights().gradients(s.inputs, s.deltas[l], s.gradient, ofWeights);
            } else {
                layers[l].weights().gradients(s.outputs[l - 1], s.deltas[l], s.k, s.gradient, ofWeights);
            }
        }
        for (int l = 0; l < relaxations.length; l++) {
            relaxations[l].weights().gradients(s.outputs[l], s.deltas[l], s.k, s.gradient, ofWeights);
        }
    }

    private void descend(Scratch s, float rate) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].descendBias(s.deltas[l], s.k, rate);
            if (l == 0) {
                layers[l].weights().descend(s.inputs, s.deltas[l], rate);
            } else {
                layers[l].weights().descend(s.outputs[l - 1], s.deltas[l], s.k, rate);
            }
        }
        for (int l = 0; l < relaxations.length; l++) {
            relaxations[l].weights().descend(s.outputs[l], s.deltas[l], s.k, rate);
        }
    }

    /** The weights from one input of a layer; for tests, not a copy. */
    float[] weights(int layer, int input) {
        return layers[layer].weights().row(input);
    }

    /** The biases of a layer; for tests, not a copy. */
    float[] bias(int layer) {
        return layers[layer].bias();
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
    }

    /** Reads what {@link #write} wrote, into a network of the same shape and optimizer. */
    public void read(DataInput in) throws IOException {
        updates = in.readLong();
        readWeights(in);
    }

    /** Reads the weights alone. */
    public void readWeights(DataInput in) throws IOException {
        for (Layer layer : layers) {
            layer.read(in);
        }
        for (Relaxation relaxation : relaxations) {
            relaxation.read(in);
        }
    }
}
