package io.eddy.network;

/**
 * Exponential functions by sums, products and quotients: the same bits on every JDK, in a fraction of {@link StrictMath}'s
 * time.
 */
public final class Exponentials {
    private static final double PER_LN2 = 1.4426950408889634;
    // ln 2 in two parts: the first has so few digits that its multiples are exact
    private static final double LN2_1 = 0x1.62e42feep-1;
    private static final double LN2_2 = 0x1.a39ef35793c76p-33;
    /** Added and subtracted again, it rounds to a whole number. */
    private static final double ROUND = 0x1.8p52;

    private static final double LEAST = -708;
    private static final double MOST = 709;

    // beyond, the tangent is 1 to the last bit of a float
    static final float TANH_LIMIT = 7.905311f;
    static final float P1 = 0.0048935246f;
    static final float P3 = 0.00063726195f;
    static final float P5 = 1.48572235e-05f;
    static final float P7 = 5.1222973e-08f;
    static final float P9 = -8.604672e-11f;
    static final float P11 = 2.000188e-13f;
    static final float P13 = -2.7607684e-16f;
    static final float Q0 = 0.004893525f;
    static final float Q2 = 0.0022684347f;
    static final float Q4 = 0.00011853471f;
    static final float Q6 = 1.1982584e-06f;

    private Exponentials() {}

    /** {@code e^x}, relative error at most 1e-14; 0 below -708. */
    public static double exp(double x) {
        if (!(x >= LEAST)) {
            return x < LEAST ? 0 : x; // NaN
        }
        double y = Math.min(x, MOST);
        double k = y * PER_LN2 + ROUND - ROUND;
        double r = y - k * LN2_1 - k * LN2_2; // at most ln 2 / 2
        double sum = 1 + r / 12;
        for (int n = 11; n > 0; n--) {
            sum = 1 + r * INVERSE[n] * sum;
        }
        return sum * Double.longBitsToDouble((1023 + (long) k) << 52);
    }

    private static final double[] INVERSE = new double[12];

    static {
        for (int n = 1; n < INVERSE.length; n++) {
            INVERSE[n] = 1.0 / n;
        }
    }

    static final float LEAST_FLOAT = -87;
    static final float PER_LN2_FLOAT = 1.442695f;
    static final float ROUND_FLOAT = 0x1.8p23f;
    static final float LN2_1_FLOAT = 0.6933594f; // so few digits that its multiples are exact
    static final float LN2_2_FLOAT = -0.00021219444f;
    static final float E2 = 0.5f;
    static final float E3 = 1f / 6;
    static final float E4 = 1f / 24;
    static final float E5 = 1f / 120;
    static final float E6 = 1f / 720;

    /** {@code e^x} for {@code x <= 0}, relative error at most 3e-7; what is below -87 counts as -87. */
    static float exp(float x) {
        float y = Math.max(x, LEAST_FLOAT);
        float t = y * PER_LN2_FLOAT + ROUND_FLOAT; // its last bits are a whole number of octaves
        float k = t - ROUND_FLOAT;
        float r = y - k * LN2_1_FLOAT - k * LN2_2_FLOAT;
        float sum = r * E6 + E5;
        sum = sum * r + E4;
        sum = sum * r + E3;
        sum = sum * r + E2;
        sum = sum * r + 1;
        sum = sum * r + 1;
        return sum * Float.intBitsToFloat((Float.floatToRawIntBits(t) + 127) << 23);
    }

    /** {@code ln x}, absolute error at most 1e-14 beside the relative one of 1e-15; minus infinity at 0. */
    public static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return StrictMath.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long exponent = (bits >>> 52) - 1023;
        double m = Double.longBitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > 1.4142135623730951) {
            m /= 2;
            exponent++;
        }
        // 2 artanh((m - 1) / (m + 1)), whose argument is at most 0.172
        double s = (m - 1) / (m + 1);
        double u = s * s;
        double sum = 1.0 / 19;
        sum = sum * u + 1.0 / 17;
        sum = sum * u + 1.0 / 15;
        sum = sum * u + 1.0 / 13;
        sum = sum * u + 1.0 / 11;
        sum = sum * u + 1.0 / 9;
        sum = sum * u + 1.0 / 7;
        sum = sum * u + 1.0 / 5;
        sum = sum * u + 1.0 / 3;
        sum = sum * u + 1;
        return exponent * LN2_1 + (2 * s * sum + exponent * LN2_2);
    }

    /**
     * The hyperbolic tangent, absolute error at most 5e-7: a quotient of two polynomials, with the coefficients of Eigen's
     * {@code generic_fast_tanh_float}.
     */
    static float tanh(float z) {
        float x = Math.min(TANH_LIMIT, Math.max(-TANH_LIMIT, z));
        float u = x * x;
        float p = u * P13 + P11;
        p = p * u + P9;
        p = p * u + P7;
        p = p * u + P5;
        p = p * u + P3;
        p = p * u + P1;
        float q = u * Q6 + Q4;
        q = q * u + Q2;
        q = q * u + Q0;
        return Math.min(1, Math.max(-1, x * p / q));
    }

    /** {@code 1 / (1 + exp(-z))}, absolute error at most 3e-7. */
    static float sigmoid(float z) {
        return 0.5f + 0.5f * tanh(0.5f * z);
    }
}
