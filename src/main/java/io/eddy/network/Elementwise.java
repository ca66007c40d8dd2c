package io.eddy.network;

/**
 * The part of {@link Kernels} whose numbers have nothing to do with their neighbours. A processor hands a number that was just
 * written on to the next loop only if that one fetches no more at once than was written: so what hidden units hold goes from
 * kernel to kernel, and what the few outputs hold from plain loop to plain loop.
 */
interface Elementwise {
    /** {@code y = x}. */
    void copy(float[] x, float[] y, int n);

    /** {@code target += scale * row}. */
    void addScaled(float[] target, float scale, float[] row, int n);

    /** Whether all magnitudes in both are less than {@code limit}; NaN is not. */
    boolean areWithin(float limit, float[] a, float[] b, int n);

    /** {@code y = max(0, z)}. */
    void rectify(float[] z, float[] y, int n);

    /** {@code delta *= 0} where {@code y = 0}, and {@code *= 1} where it is more. */
    void timesRectifierSlope(float[] y, float[] delta, int n);

    /** {@code y = tanh(z)}, see {@link Exponentials#tanh}. */
    void tanh(float[] z, float[] y, int n);

    /** {@code delta *= 1 - y^2}. */
    void timesTanhSlope(float[] y, float[] delta, int n);

    /**
     * {@code z = exp(z - max)}, see {@link Exponentials#exp(float)}; beyond {@code n} it leaves anything.
     *
     * @param max the largest of them
     */
    void exp(float[] z, float max, int n);

    /** {@code y = cos(z)} and {@code z = -sin(z)}, which have most of their work in common, see {@link Trigonometry}. */
    void cosAndSlope(float[] z, float[] y, int n);

    /** {@code delta *= slope}. */
    void times(float[] slope, float[] delta, int n);

    /** One step of {@link Optimizer#ADAGRAD} with the gradient {@code x * delta}. */
    void adagrad(float[] w, float[] s, float x, float[] delta, int n, float rate, float epsilon);

    /**
     * {@code s[j] += square * delta[j]^2; delta[j] /= sqrt(s[j] + epsilon^2)}, see {@link Optimizer#ADAGRAD_NORM} and {@link
     * Roots#reciprocal}.
     */
    void adagradNorm(float[] s, float[] delta, float square, int n, float epsilon);

    /**
     * One step of {@link Optimizer#ADAM} with the gradient {@code x * delta}.
     *
     * @param first what corrects {@code m} for its start at zero
     * @param second what corrects {@code v}
     */
    void adam(
            float[] w,
            float[] m,
            float[] v,
            float x,
            float[] delta,
            int n,
            float rate,
            Optimizer.Coefficients c,
            float first,
            float second);
}
