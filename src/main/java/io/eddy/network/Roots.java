package io.eddy.network;

/**
 * Square roots by products and sums of floats: a processor takes as long for one root and one quotient as for forty of those.
 */
final class Roots {
    /** Half of a float's bits subtracted from it are those of about its root's reciprocal, an error of at most 3.5 %. */
    static final int GUESS = 0x5f375a86;

    private Roots() {}

    /** {@code 1 / sqrt(x)} for {@code x > 0}, relative error at most 3e-7: three steps of Newton's from a guess (Lomont 2003). */
    static float reciprocal(float x) {
        float y = Float.intBitsToFloat(GUESS - (Float.floatToRawIntBits(x) >>> 1));
        float h = x * -0.5f;
        y *= h * y * y + 1.5f;
        y *= h * y * y + 1.5f;
        y *= h * y * y + 1.5f;
        return y;
    }
}
