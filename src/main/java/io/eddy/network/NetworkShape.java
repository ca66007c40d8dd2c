package io.eddy.network;

import java.util.List;

/**
 * What a network looks like. Inputs and outputs are not part of it: both grow with what the stream shows.
 *
 * @param kind how the hidden units are connected
 * @param hidden units of each hidden layer, first to last; empty for a linear model
 * @param activation of the hidden units
 * @param objective output units and loss
 */
public record NetworkShape(NetworkKind kind, List<Integer> hidden, Activation activation, Objective objective) {
    public NetworkShape {
        hidden = List.copyOf(hidden);
        if (hidden.stream().anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException("a hidden layer needs at least one unit: " + hidden);
        }
        if (kind instanceof NetworkKind.Recurrent && hidden.isEmpty()) {
            throw new IllegalArgumentException("a recurrent network needs hidden units: " + hidden);
        }
    }

    /** A feedforward network. */
    public static NetworkShape feedforward(List<Integer> hidden, Activation activation, Objective objective) {
        return new NetworkShape(new NetworkKind.Feedforward(), hidden, activation, objective);
    }

    /** Layers with weights: the hidden ones and the output layer. */
    public int layers() {
        return hidden.size() + 1;
    }

    public boolean isRecurrent() {
        return kind instanceof NetworkKind.Recurrent;
    }
}
