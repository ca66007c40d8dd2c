package io.eddy.network;

/**
 * What corrects the running means of {@link Optimizer#ADAM} for their start at zero, {@code 1 / (1 - beta^t)}. Rows that are
 * updated together have mostly had as many updates, so the last answer is kept.
 */
final class Corrections {
    /** {@code beta^t} is less than the last bit of 1 from so many times {@code 1 / (1 - beta)} on. */
    private static final float NEGLIGIBLE = 40;

    private final float momentum;
    private final float decay;
    private int t;
    private float first;
    private float second;

    Corrections(Optimizer.Coefficients coefficients) {
        momentum = coefficients.momentum();
        decay = coefficients.decay();
    }

    /** Of the mean, at a row's {@code t}th step. */
    float first(int step) {
        prepare(step);
        return first;
    }

    /** Of the mean square. */
    float second(int step) {
        prepare(step);
        return second;
    }

    private void prepare(int step) {
        if (step != t) {
            t = step;
            first = correction(momentum);
            second = correction(decay);
        }
    }

    private float correction(float beta) {
        return t * (1 - beta) > NEGLIGIBLE ? 1 : (float) (1 / (1 - power(beta, t)));
    }

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
