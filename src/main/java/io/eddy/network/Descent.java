package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** One step down the gradient that a backward pass has left in a {@link Scratch}, by an {@link UpdateRule}. */
final class Descent {
    private final UpdateRule rule;
    private final Layer[] layers;
    private final Relaxation[] relaxations;
    private final UnitPaces[] paces; // [layer]; none unless the optimizer is by unit
    private final Corrections corrections;
    private final GradientSink step = this::step;
    private float rate; // of the update at hand
    private boolean watched = true; // the norm of the next gradient is asked for
    private double gradientNorm;

    Descent(UpdateRule rule, Layer[] layers, Relaxation[] relaxations) {
        this.rule = rule;
        this.layers = layers;
        this.relaxations = relaxations;
        paces = new UnitPaces[rule.optimizer().isByUnit() ? layers.length : 0];
        Arrays.setAll(paces, l -> new UnitPaces());
        corrections = new Corrections(rule.coefficients());
    }

    /** Euclidean, before clipping, of an update since the last call, without clipping the first; 0 before any. */
    double gradientNorm() {
        watched = true;
        return gradientNorm;
    }

    /** Changes all weights and biases; errors and hidden outputs in {@code s} may be others afterwards. */
    void update(Scratch s, float rateOfUpdate) {
        rate = rateOfUpdate;
        if (watched || rule.clipNorm() > 0) {
            gradientNorm = norm(s);
            watched = false;
            clip(s);
        }
        for (int l = 0; l < paces.length; l++) {
            paces[l].apply(s, l, l < relaxations.length, rule.coefficients().epsilon());
        }
        if (rule.isPlain()) {
            descend(s);
        } else {
            gradients(s, rule.l2() == 0 ? step : decaying(s, step), step);
        }
    }

    private void step(Row row, float x, float[] delta, int n) {
        row.update(x, delta, n, rule, rate, corrections);
    }

    /** {@code g + l2 w} to the next. */
    private GradientSink decaying(Scratch s, GradientSink next) {
        return (row, x, delta, n) -> {
            Arrays.fill(s.decayed, 0);
            Vectors.scaled(s.decayed, x, delta, n);
            Vectors.addScaled(s.decayed, rule.l2(), row.weights, n);
            next.accept(row, 1, s.decayed, n);
        };
    }

    private double norm(Scratch s) {
        double[] squares = new double[1];
        GradientSink sum = (row, x, delta, n) -> squares[0] += (double) x * x * Vectors.squares(delta, n);
        gradients(s, sum, sum);
        return Math.sqrt(squares[0]);
    }

    private void clip(Scratch s) {
        if (rule.clipNorm() > 0 && gradientNorm > rule.clipNorm()) {
            for (int l = 0; l < layers.length; l++) {
                for (float[] row : s.deltas[l]) {
                    Vectors.scale(row, (float) (rule.clipNorm() / gradientNorm), s.units[l]);
                }
            }
        }
    }

    private void gradients(Scratch s, GradientSink ofWeights, GradientSink ofBiases) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].biasGradient(s, l, ofBiases);
            layers[l].gradients(s, l, ofWeights);
        }
        for (int l = 0; l < relaxations.length; l++) {
            relaxations[l].weights().gradients(states(s, l), s.deltas[l], s.gradient, ofWeights);
        }
    }

    private void descend(Scratch s) {
        for (int l = 0; l < relaxations.length; l++) { // before layers give errors and states away
            relaxations[l].weights().descendAtOnce(states(s, l), s.deltas[l], rate);
        }
        for (int l = 0; l < layers.length; l++) {
            layers[l].descendBias(s.deltas[l], s.k, rate);
            layers[l].descend(s, l, rate);
        }
    }

    private static SparseMatrix states(Scratch s, int layer) {
        s.relaxing.states.load(s.outputs[layer], s.k, s.units[layer], false);
        return s.relaxing.states;
    }

    /** Writes the units' paces, if they have any. */
    void write(DataOutput out) throws IOException {
        for (UnitPaces ofLayer : paces) {
            ofLayer.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        for (UnitPaces ofLayer : paces) {
            ofLayer.read(in);
        }
    }
}
