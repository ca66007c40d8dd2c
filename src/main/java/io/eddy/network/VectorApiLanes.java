package io.eddy.network;

import static io.eddy.network.Kernels.LANES;
import static io.eddy.network.VectorApiRows.L;
import static io.eddy.network.VectorApiRows.S;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/** Sums within rows of weights, for {@link VectorApiKernels}, in their lanes; what {@link VectorApiRows} says is true here, too. */
final class VectorApiLanes {
    private VectorApiLanes() {}

    static void multiply(float[][] w, int[] index, int from, int to, float[] delta, int m, float[] lanes) {
        int fours = m > 2 * LANES ? from + (to - from) / 4 * 4 : from;
        for (int part = 0; part < LANES; part += L) {
            multiplyFours(w, index, from, fours, delta, part, m, lanes);
            for (int e = fours; e < to; e++) {
                float[] row = w[index[e]];
                FloatVector sum = broadcast(S, 0);
                for (int j = part; j < m; j += LANES) {
                    sum = sum.add(fromArray(S, row, j).mul(fromArray(S, delta, j)));
                }
                sum.intoArray(lanes, (e - from) * LANES + part);
            }
        }
    }

    /** Of long rows four sums at a time, as one alone would wait for itself. */
    private static void multiplyFours(
            float[][] w, int[] index, int from, int to, float[] delta, int part, int m, float[] lanes) {
        for (int e = from; e < to; e += 4) {
            float[] w0 = w[index[e]];
            float[] w1 = w[index[e + 1]];
            float[] w2 = w[index[e + 2]];
            float[] w3 = w[index[e + 3]];
            FloatVector a = broadcast(S, 0);
            FloatVector b = broadcast(S, 0);
            FloatVector c = broadcast(S, 0);
            FloatVector d = broadcast(S, 0);
            for (int j = part; j < m; j += LANES) {
                FloatVector by = fromArray(S, delta, j);
                a = a.add(fromArray(S, w0, j).mul(by));
                b = b.add(fromArray(S, w1, j).mul(by));
                c = c.add(fromArray(S, w2, j).mul(by));
                d = d.add(fromArray(S, w3, j).mul(by));
            }
            int at = (e - from) * LANES + part;
            a.intoArray(lanes, at);
            b.intoArray(lanes, at + LANES);
            c.intoArray(lanes, at + 2 * LANES);
            d.intoArray(lanes, at + 3 * LANES);
        }
    }

    static void descendAndMultiply(
            float[][] w,
            int[] index,
            float[] scale,
            int from,
            int to,
            float[] step,
            float[] delta,
            int m,
            float[] lanes) {
        switch (m / LANES) {
            case 1 -> descendAndMultiplyOne(w, index, scale, from, to, step, delta, lanes);
            case 2 -> descendAndMultiplyTwo(w, index, scale, from, to, step, delta, lanes);
            default -> descendAndMultiplyMany(w, index, scale, from, to, step, delta, m, lanes);
        }
    }

    /** What all rows share stays in registers. */
    private static void descendAndMultiplyOne(
            float[][] w, int[] index, float[] scale, int from, int to, float[] step, float[] delta, float[] lanes) {
        for (int part = 0; part < LANES; part += L) {
            FloatVector along = fromArray(S, step, part);
            FloatVector d = fromArray(S, delta, part);
            for (int e = from; e < to; e++) {
                float[] row = w[index[e]];
                FloatVector moved = fromArray(S, row, part).add(along.mul(broadcast(S, scale[e])));
                moved.intoArray(row, part);
                moved.mul(d).add(0).intoArray(lanes, (e - from) * LANES + part);
            }
        }
    }

    private static void descendAndMultiplyTwo(
            float[][] w, int[] index, float[] scale, int from, int to, float[] step, float[] delta, float[] lanes) {
        for (int part = 0; part < LANES; part += L) {
            FloatVector along0 = fromArray(S, step, part);
            FloatVector along1 = fromArray(S, step, part + LANES);
            FloatVector d0 = fromArray(S, delta, part);
            FloatVector d1 = fromArray(S, delta, part + LANES);
            for (int e = from; e < to; e++) {
                float[] row = w[index[e]];
                FloatVector s = broadcast(S, scale[e]);
                FloatVector a = fromArray(S, row, part).add(along0.mul(s));
                FloatVector b = fromArray(S, row, part + LANES).add(along1.mul(s));
                a.intoArray(row, part);
                b.intoArray(row, part + LANES);
                a.mul(d0).add(0).add(b.mul(d1)).intoArray(lanes, (e - from) * LANES + part);
            }
        }
    }

    private static void descendAndMultiplyMany(
            float[][] w,
            int[] index,
            float[] scale,
            int from,
            int to,
            float[] step,
            float[] delta,
            int m,
            float[] lanes) {
        for (int part = 0; part < LANES; part += L) {
            for (int e = from; e < to; e++) {
                float[] row = w[index[e]];
                FloatVector s = broadcast(S, scale[e]);
                FloatVector sum = broadcast(S, 0);
                for (int j = part; j < m; j += LANES) {
                    FloatVector moved =
                            fromArray(S, row, j).add(fromArray(S, step, j).mul(s));
                    moved.intoArray(row, j);
                    sum = sum.add(moved.mul(fromArray(S, delta, j)));
                }
                sum.intoArray(lanes, (e - from) * LANES + part);
            }
        }
    }
}
