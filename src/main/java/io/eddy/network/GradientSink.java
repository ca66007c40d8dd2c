package io.eddy.network;

/** Takes the gradient of the loss by one row of weights, {@code x * delta[0..n)}. */
interface GradientSink {
    void accept(Row row, float x, float[] delta, int n);
}
