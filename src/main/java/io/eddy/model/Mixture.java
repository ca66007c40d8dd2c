package io.eddy.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How much each of several experts counts: exponential weights with fixed share (Herbster, Warmuth 1998), so that another one
 * can take over within a few samples however long it was behind.
 */
final class Mixture {
    private final double share;
    private double[] weights;

    /** @param share of all weight that goes round with each sample */
    Mixture(int experts, double share) {
        this.share = share;
        weights = new double[experts];
        Arrays.fill(weights, 1.0 / experts);
    }

    double weight(int expert) {
        return weights[expert];
    }

    /** Takes in how likely each expert held one sample's label to be, {@code exp(-loss)}: more than 0. */
    void update(double[] likelihoods) {
        double sum = 0;
        for (int e = 0; e < weights.length; e++) {
            weights[e] *= likelihoods[e];
            sum += weights[e];
        }
        for (int e = 0; e < weights.length; e++) {
            weights[e] = (1 - share) * weights[e] / sum + share / weights.length;
        }
    }

    /** Brings all weights half the way to equality. */
    void loosen() {
        for (int e = 0; e < weights.length; e++) {
            weights[e] = (weights[e] + 1.0 / weights.length) / 2;
        }
    }

    /** The one that counts most among the first so many and another one. */
    int best(int first, int other) {
        int best = other;
        for (int e = 0; e < first; e++) {
            best = weights[e] > weights[best] ? e : best;
        }
        return best;
    }

    void swap(int one, int other) {
        double weight = weights[one];
        weights[one] = weights[other];
        weights[other] = weight;
    }

    /** Gives one the weight of the other, too. */
    void merge(int one, int other) {
        weights[one] += weights[other];
        weights[other] = 0;
    }

    /** Gives an expert the weight of an average one. */
    void restart(int expert) {
        double others = 1 - weights[expert];
        double own = 1.0 / weights.length;
        for (int e = 0; e < weights.length; e++) {
            weights[e] = e == expert ? own : others > 0 ? weights[e] * (1 - own) / others : own;
        }
    }

    void write(DataOutput out) throws IOException {
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }

    void read(DataInput in) throws IOException {
        for (int e = 0; e < weights.length; e++) {
            weights[e] = in.readDouble();
        }
    }
}
