package io.eddy.network;

import java.util.List;

/**
 * What a network looks like. Inputs and outputs are not part of it: both grow with what the stream shows.
 *
 * @param hidden units of each hidden layer, first to last; empty for a linear model
 * @param activation of the hidden units
 * @param objective output units and loss
 */
public record NetworkShape(List<Integer> hidden, Activation activation, Objective objective) {
    public NetworkShape {
        hidden = List.copyOf(hidden);
        if (hidden.stream().anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException("a hidden layer needs at least one unit: " + hidden);
        }
    }

    /** Layers with weights: the hidden ones and the output layer. */
    public int layers() {
        return hidden.size() + 1;
    }
}
