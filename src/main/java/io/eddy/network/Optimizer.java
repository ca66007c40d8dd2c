package io.eddy.network;

/**
 * How weights follow the gradient {@code g}, one row of weights at a time. Each constant has its paper's rule with its
 * paper's coefficients. What is remembered of each weight is {@code memory}; a row whose input is absent rests.
 */
public enum Optimizer {
    /** {@code w -= rate g} (Robbins, Monro 1951). */
    SGD(0, 0.05f, Float.NaN, Float.NaN, Float.NaN, Rule.DESCEND),
    /** {@code v = mu v + g; w -= rate v} (Polyak 1964). */
    MOMENTUM(1, 0.005f, 0.9f, Float.NaN, Float.NaN, (w, x, delta, memory, n, rate, c, t, corrections) -> {
        float[] v = memory[0];
        for (int j = 0; j < n; j++) {
            v[j] = c.momentum() * v[j] + x * delta[j];
            w[j] -= rate * v[j];
        }
    }),
    /** {@code v = mu v + g; w -= rate (g + mu v)} (Nesterov 1983, as Sutskever et al. 2013 write it). */
    NESTEROV(1, 0.005f, 0.9f, Float.NaN, Float.NaN, (w, x, delta, memory, n, rate, c, t, corrections) -> {
        float[] v = memory[0];
        for (int j = 0; j < n; j++) {
            float g = x * delta[j];
            v[j] = c.momentum() * v[j] + g;
            w[j] -= rate * (g + c.momentum() * v[j]);
        }
    }),
    /** {@code s += g^2; w -= rate g / (sqrt(s) + epsilon)} (Duchi, Hazan, Singer 2011). */
    ADAGRAD(
            1,
            0.05f,
            Float.NaN,
            Float.NaN,
            1e-10f,
            (w, x, delta, memory, n, rate, c, t, corrections) ->
                    Kernels.IN_USE.adagrad(w, memory[0], x, delta, n, rate, c.epsilon())),
    /**
     * {@code s += |g|^2; w -= rate g / sqrt(s + epsilon^2)}, where {@code g} is the gradient of one sample by all that comes
     * into a unit (Ward, Wu, Bottou 2019, algorithm 1; here {@code |g|^2} is the mean of its squares, so that rates are those of
     * Adagrad). It costs hardly more than plain descent: along errors that {@link UnitPaces} has divided. A decay of the weights
     * is not divided (Loshchilov, Hutter 2019).
     */
    ADAGRAD_NORM(0, 0.05f, Float.NaN, Float.NaN, 1e-10f, Rule.DESCEND),
    /** {@code s = rho s + (1 - rho) g^2; w -= rate g / (sqrt(s) + epsilon)} (Tieleman, Hinton 2012). */
    RMSPROP(1, 0.001f, Float.NaN, 0.9f, 1e-8f, (w, x, delta, memory, n, rate, c, t, corrections) -> {
        float[] s = memory[0];
        for (int j = 0; j < n; j++) {
            float g = x * delta[j];
            s[j] = c.decay() * s[j] + (1 - c.decay()) * (g * g);
            w[j] -= rate * g / ((float) Math.sqrt(s[j]) + c.epsilon());
        }
    }),
    /** Momentum and RMSprop, both corrected for their start at zero (Kingma, Ba 2015, algorithm 1). */
    ADAM(2, 0.001f, 0.9f, 0.999f, 1e-8f, (w, x, delta, memory, n, rate, c, t, corrections) -> {
        float first = corrections.first(t);
        float second = corrections.second(t);
        Kernels.IN_USE.adam(w, memory[0], memory[1], x, delta, n, rate, c, first, second);
    });

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

    @SuppressWarnings("ImmutableEnumChecker") // the rules above hold nothing
    private final Rule rule;

    Optimizer(int memories, float defaultRate, float momentum, float decay, float epsilon, Rule rule) {
        this.memories = memories;
        this.defaultRate = defaultRate;
        this.momentum = momentum;
        this.decay = decay;
        this.epsilon = epsilon;
        this.rule = rule;
    }

    /** How many numbers are remembered of each weight. */
    public int memories() {
        return memories;
    }

    /** Whether the errors of a unit are divided, by one number, before the step. */
    boolean isByUnit() {
        return this == ADAGRAD_NORM;
    }

    /** The learning rate where none is given; the paper's, if it names one. */
    public float defaultRate() {
        return defaultRate;
    }

    /** The coefficients of the paper. */
    public Coefficients paper() {
        return new Coefficients(momentum, decay, epsilon);
    }

    /** How one row of weights follows its gradient. */
    Rule rule() {
        return rule;
    }

    /** One step of a row. */
    @FunctionalInterface
    interface Rule {
        Rule DESCEND = (w, x, delta, memory, n, rate, c, t, corrections) -> Vectors.addScaled(w, -rate * x, delta, n);

        /**
         * Changes {@code w[0..n)} by the gradient {@code g = x * delta[0..n)}.
         *
         * @param memory {@code [memories][n]}, zero before the first step
         * @param t number of this row's steps, from 1
         */
        void step(
                float[] w,
                float x,
                float[] delta,
                float[][] memory,
                int n,
                float rate,
                Coefficients c,
                int t,
                Corrections corrections);
    }
}
