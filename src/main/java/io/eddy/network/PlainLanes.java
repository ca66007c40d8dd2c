package io.eddy.network;

import static io.eddy.network.Kernels.LANES;

/** Sums within rows of weights, for {@link PlainKernels}. C2 does not vectorise them: what costs is to fetch numbers. */
final class PlainLanes {
    private PlainLanes() {}

    /**
     * {@code result[row] = w[row] . delta} for two rows at once: each number of {@code delta} is fetched for both. First half of
     * the lanes, then the others, as there are not registers for all.
     */
    static void multiplyTwo(float[][] w, int row, int other, float[] delta, int n, float[] result) {
        float[] a = w[row];
        float[] b = w[other];
        int m = Kernels.padded(n); // the rest is zero
        float a0 = 0;
        float a1 = 0;
        float a2 = 0;
        float a3 = 0;
        float a4 = 0;
        float a5 = 0;
        float a6 = 0;
        float a7 = 0;
        float b0 = 0;
        float b1 = 0;
        float b2 = 0;
        float b3 = 0;
        float b4 = 0;
        float b5 = 0;
        float b6 = 0;
        float b7 = 0;
        for (int j = 0; j < m; j += LANES) {
            float d0 = delta[j];
            float d1 = delta[j + 1];
            float d2 = delta[j + 2];
            float d3 = delta[j + 3];
            float d4 = delta[j + 4];
            float d5 = delta[j + 5];
            float d6 = delta[j + 6];
            float d7 = delta[j + 7];
            a0 += a[j] * d0;
            a1 += a[j + 1] * d1;
            a2 += a[j + 2] * d2;
            a3 += a[j + 3] * d3;
            a4 += a[j + 4] * d4;
            a5 += a[j + 5] * d5;
            a6 += a[j + 6] * d6;
            a7 += a[j + 7] * d7;
            b0 += b[j] * d0;
            b1 += b[j + 1] * d1;
            b2 += b[j + 2] * d2;
            b3 += b[j + 3] * d3;
            b4 += b[j + 4] * d4;
            b5 += b[j + 5] * d5;
            b6 += b[j + 6] * d6;
            b7 += b[j + 7] * d7;
        }
        float a8 = 0;
        float a9 = 0;
        float a10 = 0;
        float a11 = 0;
        float a12 = 0;
        float a13 = 0;
        float a14 = 0;
        float a15 = 0;
        float b8 = 0;
        float b9 = 0;
        float b10 = 0;
        float b11 = 0;
        float b12 = 0;
        float b13 = 0;
        float b14 = 0;
        float b15 = 0;
        for (int j = LANES / 2; j < m; j += LANES) {
            float d0 = delta[j];
            float d1 = delta[j + 1];
            float d2 = delta[j + 2];
            float d3 = delta[j + 3];
            float d4 = delta[j + 4];
            float d5 = delta[j + 5];
            float d6 = delta[j + 6];
            float d7 = delta[j + 7];
            a8 += a[j] * d0;
            a9 += a[j + 1] * d1;
            a10 += a[j + 2] * d2;
            a11 += a[j + 3] * d3;
            a12 += a[j + 4] * d4;
            a13 += a[j + 5] * d5;
            a14 += a[j + 6] * d6;
            a15 += a[j + 7] * d7;
            b8 += b[j] * d0;
            b9 += b[j + 1] * d1;
            b10 += b[j + 2] * d2;
            b11 += b[j + 3] * d3;
            b12 += b[j + 4] * d4;
            b13 += b[j + 5] * d5;
            b14 += b[j + 6] * d6;
            b15 += b[j + 7] * d7;
        }
        result[row] = Vectors.fold(a0 + a8, a1 + a9, a2 + a10, a3 + a11, a4 + a12, a5 + a13, a6 + a14, a7 + a15);
        result[other] = Vectors.fold(b0 + b8, b1 + b9, b2 + b10, b3 + b11, b4 + b12, b5 + b13, b6 + b14, b7 + b15);
    }
}
