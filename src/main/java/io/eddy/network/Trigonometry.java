package io.eddy.network;

/**
 * Sine and cosine by their series, to the precision of a float: only sums and products, so the bits are the same on every
 * JDK, in a tenth of {@link StrictMath}'s time.
 */
final class Trigonometry {
    private static final double TURN = 2 * Math.PI;

    private Trigonometry() {}

    /** The cosine of {@code z}. */
    static float cos(float z) {
        double x = fromHalfTurn(z);
        double u = x * x;
        double sum = 1 - u / (17 * 18);
        for (int n = 15; n > 0; n -= 2) {
            sum = 1 - u / (n * (n + 1)) * sum;
        }
        return (float) -sum;
    }

    /** The sine of {@code z}. */
    static float sin(float z) {
        double x = fromHalfTurn(z);
        double u = x * x;
        double sum = 1 - u / (18 * 19);
        for (int n = 16; n > 0; n -= 2) {
            sum = 1 - u / (n * (n + 1)) * sum;
        }
        return (float) (-x * sum);
    }

    /** The angle in [-pi, pi) from half a turn. */
    private static double fromHalfTurn(float z) {
        double turns = z / TURN;
        return (turns - Math.floor(turns) - 0.5) * TURN;
    }
}
