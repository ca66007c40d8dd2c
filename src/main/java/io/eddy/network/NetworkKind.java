package io.eddy.network;

/** How hidden units are connected. */
public sealed interface NetworkKind {
    /** Layer by layer; trained by static backpropagation (Rumelhart, Hinton, Williams 1986). */
    record Feedforward() implements NetworkKind {}

    /**
     * The units of a hidden layer are connected to each other, too, and relax to a fixed point for each sample; trained by
     * recurrent backpropagation (Almeida 1987, Pineda 1987).
     *
     * @param tolerance a state is settled when no unit changes by more than this
     * @param mostIterations a sample whose state has not settled by then is not learned from
     */
    record Recurrent(float tolerance, int mostIterations) implements NetworkKind {}
}
