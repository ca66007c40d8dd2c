package io.eddy.network;

/**
 * How weights follow the gradient {@code g}, one row of weights at a time. Each constant has its paper's rule with its
 * paper's coefficients. What is remembered of each weight is {@code memory}; a row whose input is absent rests.
 */
public enum Optimizer {
    /** {@code w -= rate g} (Robbins, Monro 1951). */
    SGD(0, 0.05f, Float.NaN, Float.NaN, Float.NaN) {
        @Override
        void step(float[] w, float[] g, float[][] memory, int n, float rate, int t, Coefficients c) {
            Vectors.addScaled(w, -rate, g, n);
        }
    },
    /** {@code v = mu v + g; w -= rate v} (Polyak 1964). */
    MOMENTUM(1, 0.005f, 0.9f, Float.NaN, Float.NaN) {
        @Override
        void step(float[] w, float[] g, float[][] memory, int n, float rate, int t, Coefficients c) {
            float[] v = memory[0];
            for (int j = 0; j < n; j++) {
                v[j] = c.momentum * v[j] + g[j];
                w[j] -= rate * v[j];
            }
        }
    },
    /** {@code v = mu v + g; w -= rate (g + mu v)} (Nesterov 1983, as Sutskever et al. 2013 write it). */
    NESTEROV(1, 0.005f, 0.9f, Float.NaN, Float.NaN) {
        @Override
        void step(float[] w, float[] g, float[][] memory, int n, float rate, int t, Coefficients c) {
            float[] v = memory[0];
            for (int j = 0; j < n; j++) {
                v[j] = c.momentum * v[j] + g[j];
                w[j] -= rate * (g[j] + c.momentum * v[j]);
            }
        }
    },
    /** {@code s += g^2; w -= rate g / (sqrt(s) + epsilon)} (Duchi, Hazan, Singer 2011). */
    ADAGRAD(1, 0.05f, Float.NaN, Float.NaN, 1e-10f) {
        @Override
        void step(float[] w, float[] g, float[][] memory, int n, float rate, int t, Coefficients c) {
            float[] s = memory[0];
            for (int j = 0; j < n; j++) {
                s[j] += g[j] * g[j];
                w[j] -= rate * g[j] / ((float) Math.sqrt(s[j]) + c.epsilon);
            }
        }
    },
    /** {@code s = rho s + (1 - rho) g^2; w -= rate g / (sqrt(s) + epsilon)} (Tieleman, Hinton 2012). */
    RMSPROP(1, 0.001f, Float.NaN, 0.9f, 1e-8f) {
        @Override
        void step(float[] w, float[] g, float[][] memory, int n, float rate, int t, Coefficients c) {
            float[] s = memory[0];
            for (int j = 0; j < n; j++) {
                s[j] = c.decay * s[j] + (1 - c.decay) * (g[j] * g[j]);
                w[j] -= rate * g[j] / ((float) Math.sqrt(s[j]) + c.epsilon);
            }
        }
    },
    /** Momentum and RMSprop, both corrected for their start at zero (Kingma, Ba 2015, algorithm 1). */
    ADAM(2, 0.001f, 0.9f, 0.999f, 1e-8f) {
        @Override
        void step(float[] w, float[] g, float[][] memory, int n, float rate, int t, Coefficients c) {
            float[] m = memory[0];
            float[] v = memory[1];
            float first = (float) (1 / (1 - power(c.momentum, t)));
            float second = (float) (1 / (1 - power(c.decay, t)));
            for (int j = 0; j < n; j++) {
                m[j] = c.momentum * m[j] + (1 - c.momentum) * g[j];
                v[j] = c.decay * v[j] + (1 - c.decay) * (g[j] * g[j]);
                w[j] -= rate * (first * m[j]) / ((float) Math.sqrt(second * v[j]) + c.epsilon);
            }
        }
    };

    /**
     * The numbers in the rules above; NaN where a rule has none.
     *
     * @param momentum how much of the last velocity is kept: mu, Adam's beta1
     * @param decay how much of the last mean square is kept: rho, Adam's beta2
     * @param epsilon keeps divisors from zero
     */
    public record Coefficients(float momentum, float decay, float epsilon) {}

    private final int memories;
    private final float defaultRate;
    private final float momentum;
    private final float decay;
    private final float epsilon;

    Optimizer(int memories, float defaultRate, float momentum, float decay, float epsilon) {
        this.memories = memories;
        this.defaultRate = defaultRate;
        this.momentum = momentum;
        this.decay = decay;
        this.epsilon = epsilon;
    }

    /** How many numbers are remembered of each weight. */
    public int memories() {
        return memories;
    }

    /** The learning rate where none is given; the paper's, if it names one. */
    public float defaultRate() {
        return defaultRate;
    }

    /** The coefficients of the paper. */
    public Coefficients paper() {
        return new Coefficients(momentum, decay, epsilon);
    }

    /**
     * Changes {@code w[0..n)} by the gradient {@code g[0..n)}.
     *
     * @param memory {@code [memories][n]}, zero before the first step
     * @param t number of this row's steps, from 1
     */
    abstract void step(float[] w, float[] g, float[][] memory, int n, float rate, int t, Coefficients c);

    /** {@code base^t} by squaring: the same bits everywhere, and some thirty products at most. */
    static double power(double base, int t) {
        double result = 1;
        double square = base;
        for (int bits = t; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
