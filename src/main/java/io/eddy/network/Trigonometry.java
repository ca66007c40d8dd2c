package io.eddy.network;

/**
 * Sine and cosine of floats by sums and products of floats only: the same bits on every JDK, and both kinds of {@link Kernels}
 * can do many at once. The argument is brought to within a quarter turn (Cody, Waite 1980), then it is Taylor's series.
 * Within 1e4 of zero the error is at most 4e-7; beyond, that of the argument's own last bit comes to more. Beyond a million
 * all are the same.
 */
final class Trigonometry {
    static final float LIMIT = 1e6f;
    static final float PER_HALF_TURN = (float) (1 / Math.PI);
    /** Added and subtracted again, it rounds to a whole number what is less than 4 million. */
    static final float ROUND = 0x1.8p23f;

    // pi in three parts: the first has so few digits that its multiples are exact
    static final float PI_1 = 3.140625f;
    static final float PI_2 = 0.0009675026f;
    static final float PI_3 = 1.509958e-07f;

    static final float C1 = -1f / 2;
    static final float C2 = 1f / 24;
    static final float C3 = -1f / 720;
    static final float C4 = 1f / 40_320;
    static final float C5 = -1f / 3_628_800;
    static final float C6 = 1f / 479_001_600;

    static final float S1 = -1f / 6;
    static final float S2 = 1f / 120;
    static final float S3 = -1f / 5_040;
    static final float S4 = 1f / 362_880;
    static final float S5 = -1f / 39_916_800;
    static final float S6 = 1f / (float) 6_227_020_800L;

    private Trigonometry() {}

    /** The argument that {@code z} counts as. */
    static float within(float z) {
        return Math.min(LIMIT, Math.max(-LIMIT, z));
    }

    /** How many half turns {@code x} is from zero, to the next whole number. */
    static float halfTurns(float x) {
        return x * PER_HALF_TURN + ROUND - ROUND;
    }

    /** What is left of {@code x} without them, up to a quarter turn. */
    static float rest(float x, float halfTurns) {
        return x - halfTurns * PI_1 - halfTurns * PI_2 - halfTurns * PI_3;
    }

    /** 1 after an even number of half turns, -1 after an odd one. */
    static float sign(float halfTurns) {
        float turns = halfTurns * 0.5f + ROUND - ROUND;
        return Math.abs(halfTurns - turns * 2) * -2 + 1;
    }

    /** The cosine of a rest. */
    static float cos(float rest) {
        float u = rest * rest;
        float sum = u * C6 + C5;
        sum = sum * u + C4;
        sum = sum * u + C3;
        sum = sum * u + C2;
        sum = sum * u + C1;
        return sum * u + 1;
    }

    /** The sine of a rest. */
    static float sin(float rest) {
        float u = rest * rest;
        float sum = u * S6 + S5;
        sum = sum * u + S4;
        sum = sum * u + S3;
        sum = sum * u + S2;
        sum = sum * u + S1;
        return (sum * u + 1) * rest;
    }
}
