package io.eddy.network;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Passes over rows of weights, for {@link VectorApiKernels}. A tile is one or two vectors wide and goes through all rows, its
 * sums in registers; with four, C2 of JDK 17 would in one start of a hundred allocate the last two sums for each row.
 *
 * <p>Vectors that go into or out of a call which is not inlined are allocated; C2 inlines the methods of the Vector API always,
 * but others only until a compilation has become large: so there are no helpers here that take vectors, and no second length of
 * vectors, after which the class of a vector would not be known any more.
 */
final class VectorApiRows {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED.length() > Kernels.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();

    private VectorApiRows() {}

    static void addTileOfTwo(float[] start, float[] z, float[][] w, int[] index, float[] value, int count, int j) {
        FloatVector z0 = fromArray(S, start, j);
        FloatVector z1 = fromArray(S, start, j + L);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector x = broadcast(S, value[e]);
            z0 = z0.add(fromArray(S, row, j).mul(x));
            z1 = z1.add(fromArray(S, row, j + L).mul(x));
        }
        z0.intoArray(z, j);
        z1.intoArray(z, j + L);
    }

    static void addTileOfOne(float[] start, float[] z, float[][] w, int[] index, float[] value, int count, int j) {
        FloatVector sum = fromArray(S, start, j);
        for (int e = 0; e < count; e++) {
            sum = sum.add(fromArray(S, w[index[e]], j).mul(value[e]));
        }
        sum.intoArray(z, j);
    }

    /** With few outputs a row is shorter than it takes to add two numbers: so four rows are summed before. */
    static void addNarrow(float[] start, float[] z, float[][] w, int[] index, float[] value, int count, int j) {
        FloatVector sum = fromArray(S, start, j);
        int e = 0;
        for (; e + 4 <= count; e += 4) {
            FloatVector a = fromArray(S, w[index[e]], j).mul(value[e]);
            FloatVector b = fromArray(S, w[index[e + 1]], j).mul(value[e + 1]);
            FloatVector c = fromArray(S, w[index[e + 2]], j).mul(value[e + 2]);
            FloatVector d = fromArray(S, w[index[e + 3]], j).mul(value[e + 3]);
            sum = sum.add(a.add(b).add(c.add(d)));
        }
        for (; e < count; e++) {
            sum = sum.add(fromArray(S, w[index[e]], j).mul(value[e]));
        }
        sum.intoArray(z, j);
    }

    static void addFour(float[] z, float[][] w, int[] index, float[] value, int e, int m) {
        float[] w0 = w[index[e]];
        float[] w1 = w[index[e + 1]];
        float[] w2 = w[index[e + 2]];
        float[] w3 = w[index[e + 3]];
        FloatVector x0 = broadcast(S, value[e]);
        FloatVector x1 = broadcast(S, value[e + 1]);
        FloatVector x2 = broadcast(S, value[e + 2]);
        FloatVector x3 = broadcast(S, value[e + 3]);
        for (int j = 0; j < m; j += L) {
            fromArray(S, z, j)
                    .add(fromArray(S, w0, j).mul(x0))
                    .add(fromArray(S, w1, j).mul(x1))
                    .add(fromArray(S, w2, j).mul(x2))
                    .add(fromArray(S, w3, j).mul(x3))
                    .intoArray(z, j);
        }
    }

    static void addScaled(float[] target, float scale, float[] row, int m) {
        FloatVector x = broadcast(S, scale);
        for (int j = 0; j < m; j += L) {
            fromArray(S, target, j).add(fromArray(S, row, j).mul(x)).intoArray(target, j);
        }
    }

    static void descendNarrow(float[][] w, int[] index, float[] scale, int count, float[] delta) {
        FloatVector d = fromArray(S, delta, 0);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            fromArray(S, row, 0).add(d.mul(broadcast(S, scale[e]))).intoArray(row, 0);
        }
    }

    static void descendAndAddTileOfTwo(
            float[][] w,
            int[] index,
            float[] scale,
            float[] delta,
            float[] start,
            float[] z,
            float[] value,
            int count,
            int j) {
        FloatVector d0 = fromArray(S, delta, j);
        FloatVector d1 = fromArray(S, delta, j + L);
        FloatVector z0 = fromArray(S, start, j);
        FloatVector z1 = fromArray(S, start, j + L);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector s = broadcast(S, scale[e]);
            FloatVector x = broadcast(S, value[e]);
            FloatVector a = fromArray(S, row, j).add(d0.mul(s));
            FloatVector b = fromArray(S, row, j + L).add(d1.mul(s));
            a.intoArray(row, j);
            b.intoArray(row, j + L);
            z0 = z0.add(a.mul(x));
            z1 = z1.add(b.mul(x));
        }
        z0.intoArray(z, j);
        z1.intoArray(z, j + L);
    }

    static void descendAndAddTileOfOne(
            float[][] w,
            int[] index,
            float[] scale,
            float[] delta,
            float[] start,
            float[] z,
            float[] value,
            int count,
            int j) {
        FloatVector d = fromArray(S, delta, j);
        FloatVector sum = fromArray(S, start, j);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector changed = fromArray(S, row, j).add(d.mul(broadcast(S, scale[e])));
            changed.intoArray(row, j);
            sum = sum.add(changed.mul(broadcast(S, value[e])));
        }
        sum.intoArray(z, j);
    }

    static void descendAndAddTwo(
            float[][] w, int[] index, float[] scale, float[] delta, float[] z, float[] value, int e, int m) {
        float[] w0 = w[index[e]];
        float[] w1 = w[index[e + 1]];
        FloatVector s0 = broadcast(S, scale[e]);
        FloatVector s1 = broadcast(S, scale[e + 1]);
        FloatVector x0 = broadcast(S, value[e]);
        FloatVector x1 = broadcast(S, value[e + 1]);
        for (int j = 0; j < m; j += L) {
            FloatVector d = fromArray(S, delta, j);
            FloatVector a = fromArray(S, w0, j).add(d.mul(s0));
            FloatVector b = fromArray(S, w1, j).add(d.mul(s1));
            a.intoArray(w0, j);
            b.intoArray(w1, j);
            fromArray(S, z, j).add(a.mul(x0)).add(b.mul(x1)).intoArray(z, j);
        }
    }
}
