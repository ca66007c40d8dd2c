package io.eddy.network;

import static io.eddy.network.Kernels.LANES;

/** Sums within rows of weights, for {@link PlainKernels}. C2 does not vectorise them: what costs is to fetch numbers. */
final class PlainLanes {
    private static final int HALF = LANES / 2;

    private PlainLanes() {}

    /** {@code result[row] = w[row] . delta} for two rows at once: each number of {@code delta} is fetched for both. */
    static void multiplyTwo(float[][] w, int row, int other, float[] delta, int n, float[] result, float[] lanes) {
        int m = Kernels.padded(n); // the rest is zero
        sumHalf(w[row], w[other], delta, 0, m, lanes);
        sumHalf(w[row], w[other], delta, HALF, m, lanes);
        result[row] = Vectors.fold(lanes, 0, n);
        result[other] = Vectors.fold(lanes, LANES, n);
    }

    /** Eight lanes of each row, from {@code at}: there are not registers for all of them. */
    private static void sumHalf(float[] a, float[] b, float[] delta, int at, int m, float[] lanes) {
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
        for (int j = at; j < m; j += LANES) {
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
        lanes[at] = a0;
        lanes[at + 1] = a1;
        lanes[at + 2] = a2;
        lanes[at + 3] = a3;
        lanes[at + 4] = a4;
        lanes[at + 5] = a5;
        lanes[at + 6] = a6;
        lanes[at + 7] = a7;
        int ofOther = LANES + at;
        lanes[ofOther] = b0;
        lanes[ofOther + 1] = b1;
        lanes[ofOther + 2] = b2;
        lanes[ofOther + 3] = b3;
        lanes[ofOther + 4] = b4;
        lanes[ofOther + 5] = b5;
        lanes[ofOther + 6] = b6;
        lanes[ofOther + 7] = b7;
    }
}
