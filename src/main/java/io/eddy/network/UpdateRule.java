package io.eddy.network;

/**
 * How a network changes its weights.
 *
 * @param coefficients of the optimizer
 * @param l2 decay of the weights, not of the biases: {@code g += l2 w}; 0 for none
 * @param clipNorm gradients of all layers together that are longer than this are scaled down to it (Pascanu et al. 2013); 0
 *     for no limit
 */
public record UpdateRule(
        Optimizer optimizer, Optimizer.Coefficients coefficients, RateSchedule schedule, float l2, float clipNorm) {
    /** Plain stochastic gradient descent. */
    public static UpdateRule sgd(float rate) {
        return of(Optimizer.SGD, rate);
    }

    /** An optimizer with the coefficients of its paper at a constant rate. */
    public static UpdateRule of(Optimizer optimizer, float rate) {
        return new UpdateRule(optimizer, optimizer.paper(), new RateSchedule.Constant(rate), 0, 0);
    }

    /** Whether weights change by {@code -rate x delta} alone, so that the gradient need not be written down. */
    boolean isPlain() {
        return (optimizer == Optimizer.SGD || optimizer.isByUnit()) && l2 == 0;
    }

    /** Whether a gradient of 0 changes nothing, neither a weight nor what is remembered of it. */
    boolean restsWithoutGradient() {
        return isPlain() || (l2 == 0 && optimizer == Optimizer.ADAGRAD);
    }
}
