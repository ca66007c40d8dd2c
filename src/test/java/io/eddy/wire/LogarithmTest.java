package io.eddy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same bits as {@link StrictMath#log}. */
class LogarithmTest {
    @Test
    void probabilities() {
        Random random = new Random(1);
        for (int n = 0; n < 1_000_000; n++) {
            check(random.nextFloat() + 1e-7);
            check((float) Math.pow(10, -7 * random.nextDouble()));
        }
    }

    @Test
    void theirEnds() {
        for (double x = 1; x >= Prediction.LEAST_PROBABILITY / 2; x /= 2) {
            for (int ulps = -8; ulps <= 8; ulps++) {
                check(x + ulps * Math.ulp(x));
                check(x + ulps * (double) Math.ulp((float) x));
                check(x + ulps * 0x1p-20 * x);
                check(x * Math.sqrt(2) + ulps * Math.ulp(x));
            }
        }
        assertThat(Logarithm.of(1)).isZero();
    }

    @Test
    void allExponents() {
        Random random = new Random(2);
        for (int exponent = Double.MIN_EXPONENT; exponent <= Double.MAX_EXPONENT; exponent++) {
            for (int n = 0; n < 1_000; n++) {
                check(Math.scalb(1 + random.nextDouble(), exponent));
            }
        }
    }

    @Test
    void besideOne() {
        Random random = new Random(3);
        for (int n = 0; n < 1_000_000; n++) {
            check(1 + (random.nextDouble() - 0.5) * 0x1p-19);
            check(0.25 + (random.nextDouble() - 0.5) * 0x1p-21);
        }
    }

    @Test
    void whatIsNotFiniteStaysSo() {
        check(Double.NaN);
        check(Double.POSITIVE_INFINITY);
    }

    private static void check(double x) {
        if (Double.doubleToLongBits(Logarithm.of(x)) != Double.doubleToLongBits(StrictMath.log(x))) {
            assertThat(Logarithm.of(x)).as("of " + x).isEqualTo(StrictMath.log(x));
        }
    }
}
