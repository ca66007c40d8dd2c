package io.eddy.network;

/**
 * The loops that all the time goes into. Each is plain, over whole arrays with one index, the form that C2 vectorises;
 * sums run in the order of the index, so the bits are the same on every machine.
 */
final class Vectors {
    private Vectors() {}

    /** {@code target[j] += scale * row[j]}. */
    static void addScaled(float[] target, float scale, float[] row, int n) {
        for (int j = 0; j < n; j++) {
            target[j] += scale * row[j];
        }
    }

    /** {@code sum of a[j] * b[j]}. */
    static float dot(float[] a, float[] b, int n) {
        float sum = 0;
        for (int j = 0; j < n; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** The largest magnitude, or NaN if one of them is NaN. */
    static float maxAbs(float[] a, int n) {
        float max = 0;
        for (int j = 0; j < n; j++) {
            max = Math.max(max, Math.abs(a[j]));
        }
        return max;
    }

    /** {@code a[j] *= factor}. */
    static void scale(float[] a, float factor, int n) {
        for (int j = 0; j < n; j++) {
            a[j] *= factor;
        }
    }

    /** {@code sum of a[j]^2}. */
    static double squares(float[] a, int n) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += (double) a[j] * a[j];
        }
        return sum;
    }
}
