package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Every approximation keeps the bound that its documentation states, over the whole range and at its ends. */
class ApproximationsTest {
    private static final int TRIES = 2_000_000;

    private static double worst(double from, double to, DoubleUnaryOperator error) {
        Random random = new Random(1);
        double worst = Math.max(error.applyAsDouble(from), error.applyAsDouble(to));
        for (int i = 0; i < TRIES; i++) {
            worst = Math.max(worst, error.applyAsDouble(from + (to - from) * random.nextDouble()));
        }
        return worst;
    }

    @Test
    void exponential() {
        assertThat(worst(-700, 700, x -> Math.abs(Exponentials.exp(x) / StrictMath.exp(x) - 1)))
                .isLessThan(1e-14);
        assertThat(Exponentials.exp(0.0)).isEqualTo(1);
        assertThat(Exponentials.exp(-800.0)).isZero();
        assertThat(Exponentials.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponentials.exp(800.0)).isGreaterThan(1e307).isFinite();
        assertThat(Exponentials.exp(Double.NaN)).isNaN();
    }

    @Test
    void exponentialOfFloats() {
        assertThat(worst(-87, 0, x -> Math.abs(Exponentials.exp((float) x) / StrictMath.exp((float) x) - 1)))
                .isLessThan(3e-7);
        assertThat(Exponentials.exp(0f)).isEqualTo(1);
        assertThat(Exponentials.exp(Float.NEGATIVE_INFINITY)).isBetween(0f, 1e-37f);
        assertThat(Exponentials.exp(Float.NaN)).isNaN();
    }

    @Test
    void logarithm() {
        for (double size : new double[] {1e-300, 1e-7, 1, 2, 1e7, 1e300}) {
            double bound = 1e-14 + 1e-15 * Math.abs(StrictMath.log(size));
            assertThat(worst(size / 4, size, x -> Math.abs(Exponentials.log(x) - StrictMath.log(x))))
                    .isLessThan(bound);
        }
        assertThat(Exponentials.log(1)).isZero();
        assertThat(Exponentials.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Exponentials.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE), within(1e-12));
        assertThat(Exponentials.log(-1)).isNaN();
        assertThat(Exponentials.log(Double.NaN)).isNaN();
        assertThat(Exponentials.log(Double.POSITIVE_INFINITY)).isInfinite();
    }

    @Test
    void tangentAndSigmoid() {
        assertThat(worst(-30, 30, x -> Math.abs(Exponentials.tanh((float) x) - StrictMath.tanh((float) x))))
                .isLessThan(5e-7);
        assertThat(worst(
                        -60, 60, x -> Math.abs(Exponentials.sigmoid((float) x) - 1 / (1 + StrictMath.exp((float) -x)))))
                .isLessThan(3e-7);
        assertThat(Exponentials.tanh(Float.POSITIVE_INFINITY))
                .isEqualTo(1, within(1e-6f))
                .isLessThanOrEqualTo(1);
        assertThat(Exponentials.tanh(0)).isZero();
        assertThat(Exponentials.tanh(Float.NaN)).isNaN();
        assertThat(Exponentials.sigmoid(Float.NEGATIVE_INFINITY)).isBetween(0f, 1e-6f);
    }

    @Test
    void reciprocalRoot() {
        assertThat(worst(-37, 38, x -> {
                    float square = (float) Math.pow(10, x);
                    return Math.abs(Roots.reciprocal(square) * Math.sqrt(square) - 1);
                }))
                .isLessThan(3e-7);
        assertThat(Roots.reciprocal(0)).isPositive().isFinite();
    }

    @Test
    void sineAndCosine() {
        for (double range : new double[] {4, 100, 10_000}) {
            assertThat(worst(-range, range, x -> Math.abs(cos((float) x) - StrictMath.cos((float) x))))
                    .as("cos within %s", range)
                    .isLessThan(4e-7);
            assertThat(worst(-range, range, x -> Math.abs(minusSin((float) x) + StrictMath.sin((float) x))))
                    .as("sin within %s", range)
                    .isLessThan(4e-7);
        }
        for (float far : new float[] {1e6f, -1e6f, 1e30f, Float.POSITIVE_INFINITY}) {
            assertThat(cos(far)).isBetween(-1.01f, 1.01f);
            assertThat(minusSin(far)).isBetween(-1.01f, 1.01f);
        }
        assertThat(cos(Float.NaN)).isNaN();
        assertThat(minusSin(Float.NaN)).isNaN();
    }

    private static float cos(float z) {
        return cosAndSlope(z)[0];
    }

    private static float minusSin(float z) {
        return cosAndSlope(z)[1];
    }

    private static float[] cosAndSlope(float z) {
        float[] sum = {z};
        float[] y = new float[1];
        new PlainKernels().cosAndSlope(sum, y, 1);
        return new float[] {y[0], sum[0]};
    }
}
