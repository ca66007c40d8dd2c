package io.eddy.network;

/** Loops over arrays in the form that C2 vectorises, where that is enough; sums run in a fixed order. */
final class Vectors {
    private Vectors() {}

    /** {@code target[j] += scale * row[j]}. */
    static void addScaled(float[] target, float scale, float[] row, int n) {
        for (int j = 0; j < n; j++) {
            target[j] += scale * row[j];
        }
    }

    /** {@code target[j] = scale * row[j]}. */
    static void scaled(float[] target, float scale, float[] row, int n) {
        for (int j = 0; j < n; j++) {
            target[j] = scale * row[j];
        }
    }

    /** {@code sum of a[j] * b[j]}, in the order of {@link Kernels}. */
    static float dot(float[] a, float[] b, int n) {
        float l0 = 0;
        float l1 = 0;
        float l2 = 0;
        float l3 = 0;
        float l4 = 0;
        float l5 = 0;
        float l6 = 0;
        float l7 = 0;
        float l8 = 0;
        float l9 = 0;
        float l10 = 0;
        float l11 = 0;
        float l12 = 0;
        float l13 = 0;
        float l14 = 0;
        float l15 = 0;
        int m = Kernels.padded(n); // the rest is zero
        for (int j = 0; j < m; j += Kernels.LANES) {
            l0 += a[j] * b[j];
            l1 += a[j + 1] * b[j + 1];
            l2 += a[j + 2] * b[j + 2];
            l3 += a[j + 3] * b[j + 3];
            l4 += a[j + 4] * b[j + 4];
            l5 += a[j + 5] * b[j + 5];
            l6 += a[j + 6] * b[j + 6];
            l7 += a[j + 7] * b[j + 7];
            l8 += a[j + 8] * b[j + 8];
            l9 += a[j + 9] * b[j + 9];
            l10 += a[j + 10] * b[j + 10];
            l11 += a[j + 11] * b[j + 11];
            l12 += a[j + 12] * b[j + 12];
            l13 += a[j + 13] * b[j + 13];
            l14 += a[j + 14] * b[j + 14];
            l15 += a[j + 15] * b[j + 15];
        }
        return fold(l0 + l8, l1 + l9, l2 + l10, l3 + l11, l4 + l12, l5 + l13, l6 + l14, l7 + l15);
    }

    /** {@link Kernels#multiply} with up to four outputs. */
    static void multiplyFew(float[][] w, int[] index, int count, float[] delta, float[] result) {
        float d0 = delta[0];
        float d1 = delta[1];
        float d2 = delta[2];
        float d3 = delta[3];
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            result[index[e]] = ((0 + row[0] * d0) + (0 + row[2] * d2)) + ((0 + row[1] * d1) + (0 + row[3] * d3));
        }
    }

    /** Adds up the lanes of a sum, of which only the first {@code n} are other than zero. */
    static float fold(float[] lanes, int at, int n) {
        if (n <= 4) {
            float second = n > 1 ? lanes[at + 1] : 0;
            float third = n > 2 ? lanes[at + 2] : 0;
            return (lanes[at] + third) + (second + (n > 3 ? lanes[at + 3] : 0));
        }
        if (n <= 8) {
            return fold(
                    lanes[at],
                    lanes[at + 1],
                    lanes[at + 2],
                    lanes[at + 3],
                    lanes[at + 4],
                    n > 5 ? lanes[at + 5] : 0,
                    n > 6 ? lanes[at + 6] : 0,
                    n > 7 ? lanes[at + 7] : 0);
        }
        return fold(
                lanes[at] + lanes[at + 8],
                lanes[at + 1] + (n > 9 ? lanes[at + 9] : 0),
                lanes[at + 2] + (n > 10 ? lanes[at + 10] : 0),
                lanes[at + 3] + (n > 11 ? lanes[at + 11] : 0),
                lanes[at + 4] + (n > 12 ? lanes[at + 12] : 0),
                lanes[at + 5] + (n > 13 ? lanes[at + 13] : 0),
                lanes[at + 6] + (n > 14 ? lanes[at + 14] : 0),
                lanes[at + 7] + (n > 15 ? lanes[at + 15] : 0));
    }

    private static float fold(float q0, float q1, float q2, float q3, float q4, float q5, float q6, float q7) {
        return ((q0 + q4) + (q2 + q6)) + ((q1 + q5) + (q3 + q7));
    }

    /** {@link Elementwise#areWithin}: where the sum of all magnitudes is less, each of them is. */
    static boolean areWithin(float limit, float[] a, float[] b, int n) {
        float l0 = 0;
        float l1 = 0;
        float l2 = 0;
        float l3 = 0;
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            l0 += Math.abs(a[j]) + Math.abs(b[j]);
            l1 += Math.abs(a[j + 1]) + Math.abs(b[j + 1]);
            l2 += Math.abs(a[j + 2]) + Math.abs(b[j + 2]);
            l3 += Math.abs(a[j + 3]) + Math.abs(b[j + 3]);
        }
        for (; j < n; j++) {
            l0 += Math.abs(a[j]) + Math.abs(b[j]);
        }
        return (l0 + l2) + (l1 + l3) < limit || (maxAbs(a, n) < limit && maxAbs(b, n) < limit);
    }

    /** The largest, of one or more. */
    static float max(float[] a, int n) {
        int even = ordered(Float.floatToRawIntBits(a[0]));
        int odd = ordered(Float.floatToRawIntBits(a[n - 1]));
        int j = 0;
        for (; j + 2 <= n; j += 2) { // without branches that can't be foreseen
            even = Math.max(even, ordered(Float.floatToRawIntBits(a[j])));
            odd = Math.max(odd, ordered(Float.floatToRawIntBits(a[j + 1])));
        }
        return Float.intBitsToFloat(ordered(Math.max(even, odd)));
    }

    /** The bits of numbers as whole numbers in the same order, and back. */
    private static int ordered(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /** The largest magnitude, or NaN if one of them is NaN. */
    static float maxAbs(float[] a, int n) {
        float even = 0;
        float odd = 0;
        int j = 0;
        for (; j + 2 <= n; j += 2) {
            even = Math.max(even, Math.abs(a[j]));
            odd = Math.max(odd, Math.abs(a[j + 1]));
        }
        return Math.max(odd, j < n ? Math.max(even, Math.abs(a[j])) : even);
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

    /** {@code sum of a[j]^2} in four lanes; unlike {@link #dot} it looks at nothing beyond {@code n}. */
    static float sumOfSquares(float[] a, int n) {
        float l0 = 0;
        float l1 = 0;
        float l2 = 0;
        float l3 = 0;
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            l0 += a[j] * a[j];
            l1 += a[j + 1] * a[j + 1];
            l2 += a[j + 2] * a[j + 2];
            l3 += a[j + 3] * a[j + 3];
        }
        for (; j < n; j++) {
            l0 += a[j] * a[j];
        }
        return (l0 + l2) + (l1 + l3);
    }
}
