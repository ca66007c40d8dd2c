package io.eddy.network;

/**
 * Loops over whole arrays with the same index in each: the form that C2 vectorises. Four rows go through a loop, so that
 * {@code z} is fetched once for all; three where the rows change as well. JDK 17 gives up at six, and where they change at four.
 */
final class PlainKernels extends PlainElementwise implements Kernels {
    /** From here on it pays to sum two rows at once. */
    private static final int WIDE = 96;

    @Override
    public void add(float[] start, float[] z, float[][] w, int[] index, float[] value, int count, int n) {
        begin(start, z, n);
        if (n <= LANES) {
            addNarrow(z, w, index, value, count, n);
            return;
        }
        int e = 0;
        for (; e + 4 <= count; e += 4) {
            addFour(
                    z,
                    w[index[e]],
                    w[index[e + 1]],
                    w[index[e + 2]],
                    w[index[e + 3]],
                    value[e],
                    value[e + 1],
                    value[e + 2],
                    value[e + 3],
                    n);
        }
        for (; e < count; e++) {
            Vectors.addScaled(z, value[e], w[index[e]], n);
        }
    }

    private static void addNarrow(float[] z, float[][] w, int[] index, float[] value, int count, int n) {
        int e = 0;
        for (; e + 4 <= count; e += 4) {
            float[] w0 = w[index[e]];
            float[] w1 = w[index[e + 1]];
            float[] w2 = w[index[e + 2]];
            float[] w3 = w[index[e + 3]];
            for (int j = 0; j < n; j++) {
                z[j] += (value[e] * w0[j] + value[e + 1] * w1[j]) + (value[e + 2] * w2[j] + value[e + 3] * w3[j]);
            }
        }
        for (; e < count; e++) {
            Vectors.addScaled(z, value[e], w[index[e]], n);
        }
    }

    private static void addFour(
            float[] z, float[] w0, float[] w1, float[] w2, float[] w3, float x0, float x1, float x2, float x3, int n) {
        for (int j = 0; j < n; j++) {
            z[j] = z[j] + x0 * w0[j] + x1 * w1[j] + x2 * w2[j] + x3 * w3[j];
        }
    }

    @Override
    public void descend(float[][] w, int[] index, float[] scale, int count, float[] delta, int n) {
        int e = 0;
        for (; e + 3 <= count; e += 3) {
            descendThree(w[index[e]], w[index[e + 1]], w[index[e + 2]], scale[e], scale[e + 1], scale[e + 2], delta, n);
        }
        for (; e < count; e++) {
            Vectors.addScaled(w[index[e]], scale[e], delta, n);
        }
    }

    private static void descendThree(
            float[] w0, float[] w1, float[] w2, float s0, float s1, float s2, float[] delta, int n) {
        for (int j = 0; j < n; j++) {
            w0[j] += s0 * delta[j];
            w1[j] += s1 * delta[j];
            w2[j] += s2 * delta[j];
        }
    }

    @Override
    public void descendAndAdd(
            float[][] w,
            int[] index,
            float[] scale,
            float[] delta,
            float[] start,
            float[] z,
            float[] value,
            int count,
            int n) {
        begin(start, z, n);
        if (n <= LANES) {
            descend(w, index, scale, count, delta, n);
            addNarrow(z, w, index, value, count, n);
            return;
        }
        int e = 0;
        for (; e + 3 <= count; e += 3) {
            descendAndAddThree(
                    w[index[e]],
                    w[index[e + 1]],
                    w[index[e + 2]],
                    scale[e],
                    scale[e + 1],
                    scale[e + 2],
                    delta,
                    z,
                    value[e],
                    value[e + 1],
                    value[e + 2],
                    n);
        }
        for (; e < count; e++) {
            descendAndAddOne(w[index[e]], scale[e], delta, z, value[e], n);
        }
    }

    private static void descendAndAddOne(float[] w, float s, float[] delta, float[] z, float x, int n) {
        for (int j = 0; j < n; j++) {
            float a = w[j] + s * delta[j];
            w[j] = a;
            z[j] = z[j] + x * a;
        }
    }

    private static void descendAndAddThree(
            float[] w0,
            float[] w1,
            float[] w2,
            float s0,
            float s1,
            float s2,
            float[] delta,
            float[] z,
            float x0,
            float x1,
            float x2,
            int n) {
        for (int j = 0; j < n; j++) {
            float a = w0[j] + s0 * delta[j];
            float b = w1[j] + s1 * delta[j];
            float c = w2[j] + s2 * delta[j];
            w0[j] = a;
            w1[j] = b;
            w2[j] = c;
            z[j] = z[j] + x0 * a + x1 * b + x2 * c;
        }
    }

    @Override
    public void multiply(float[][] w, int[] index, int count, float[] delta, int n, float[] result, float[] lanes) {
        if (n <= 4) {
            Vectors.multiplyFew(w, index, count, delta, result);
            return;
        }
        if (n > LANES) {
            int e = count - 1;
            for (; e > 0 && n >= WIDE; e -= 2) {
                PlainLanes.multiplyTwo(w, index[e], index[e - 1], delta, n, result, lanes);
            }
            for (; e >= 0; e--) {
                result[index[e]] = Vectors.dot(w[index[e]], delta, n);
            }
            return;
        }
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            for (int j = 0; j < n; j++) {
                lanes[j] = 0 + row[j] * delta[j];
            }
            result[index[e]] = Vectors.fold(lanes, 0, n);
        }
    }

    @Override
    public void descendAndMultiply(
            float[][] w,
            int[] index,
            int count,
            float[] scale,
            float[] step,
            float[] delta,
            int n,
            float[] result,
            float[] lanes) {
        descend(w, index, scale, count, step, n);
        multiply(w, index, count, delta, n, result, lanes);
    }
}
