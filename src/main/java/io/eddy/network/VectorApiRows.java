package io.eddy.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Passes over rows of weights, for {@link VectorApiKernels}. A tile is one, two or four vectors wide and goes through all rows,
 * its sums in registers. Methods are small, since C2 gives up inlining in large ones, and vectors in calls that are not inlined
 * are allocated.
 */
final class VectorApiRows {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > Kernels.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    static final int L = SPECIES.length();

    private VectorApiRows() {}

    static FloatVector load(float[] a, int j) {
        return FloatVector.fromArray(SPECIES, a, j);
    }

    static FloatVector all(float x) {
        return FloatVector.broadcast(SPECIES, x);
    }

    static void addTileOfFour(float[] z, float[][] w, int[] index, float[] value, int count, int j) {
        FloatVector z0 = load(z, j);
        FloatVector z1 = load(z, j + L);
        FloatVector z2 = load(z, j + 2 * L);
        FloatVector z3 = load(z, j + 3 * L);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector x = all(value[e]);
            z0 = z0.add(load(row, j).mul(x));
            z1 = z1.add(load(row, j + L).mul(x));
            z2 = z2.add(load(row, j + 2 * L).mul(x));
            z3 = z3.add(load(row, j + 3 * L).mul(x));
        }
        z0.intoArray(z, j);
        z1.intoArray(z, j + L);
        z2.intoArray(z, j + 2 * L);
        z3.intoArray(z, j + 3 * L);
    }

    static void addTileOfTwo(float[] z, float[][] w, int[] index, float[] value, int count, int j) {
        FloatVector z0 = load(z, j);
        FloatVector z1 = load(z, j + L);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector x = all(value[e]);
            z0 = z0.add(load(row, j).mul(x));
            z1 = z1.add(load(row, j + L).mul(x));
        }
        z0.intoArray(z, j);
        z1.intoArray(z, j + L);
    }

    static void addTileOfOne(float[] z, float[][] w, int[] index, float[] value, int count, int j) {
        FloatVector sum = load(z, j);
        for (int e = 0; e < count; e++) {
            sum = sum.add(load(w[index[e]], j).mul(all(value[e])));
        }
        sum.intoArray(z, j);
    }

    static void addFour(float[] z, float[][] w, int[] index, float[] value, int e, int m) {
        float[] w0 = w[index[e]];
        float[] w1 = w[index[e + 1]];
        float[] w2 = w[index[e + 2]];
        float[] w3 = w[index[e + 3]];
        FloatVector x0 = all(value[e]);
        FloatVector x1 = all(value[e + 1]);
        FloatVector x2 = all(value[e + 2]);
        FloatVector x3 = all(value[e + 3]);
        for (int j = 0; j < m; j += L) {
            load(z, j)
                    .add(load(w0, j).mul(x0))
                    .add(load(w1, j).mul(x1))
                    .add(load(w2, j).mul(x2))
                    .add(load(w3, j).mul(x3))
                    .intoArray(z, j);
        }
    }

    static void addScaled(float[] target, float scale, float[] row, int m) {
        FloatVector x = all(scale);
        for (int j = 0; j < m; j += L) {
            load(target, j).add(load(row, j).mul(x)).intoArray(target, j);
        }
    }

    static void descendNarrow(float[][] w, int[] index, float[] scale, int count, float[] delta) {
        FloatVector d = load(delta, 0);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            load(row, 0).add(d.mul(all(scale[e]))).intoArray(row, 0);
        }
    }

    static void descendAndAddTileOfTwo(
            float[][] w, int[] index, float[] scale, float[] delta, float[] z, float[] value, int count, int j) {
        FloatVector d0 = load(delta, j);
        FloatVector d1 = load(delta, j + L);
        FloatVector z0 = load(z, j);
        FloatVector z1 = load(z, j + L);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector s = all(scale[e]);
            FloatVector x = all(value[e]);
            FloatVector a = load(row, j).add(d0.mul(s));
            FloatVector b = load(row, j + L).add(d1.mul(s));
            a.intoArray(row, j);
            b.intoArray(row, j + L);
            z0 = z0.add(a.mul(x));
            z1 = z1.add(b.mul(x));
        }
        z0.intoArray(z, j);
        z1.intoArray(z, j + L);
    }

    static void descendAndAddTileOfOne(
            float[][] w, int[] index, float[] scale, float[] delta, float[] z, float[] value, int count, int j) {
        FloatVector d = load(delta, j);
        FloatVector sum = load(z, j);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector changed = load(row, j).add(d.mul(all(scale[e])));
            changed.intoArray(row, j);
            sum = sum.add(changed.mul(all(value[e])));
        }
        sum.intoArray(z, j);
    }

    static void descendAndAddTileOfFour(
            float[][] w, int[] index, float[] scale, float[] delta, float[] z, float[] value, int count, int j) {
        FloatVector d0 = load(delta, j);
        FloatVector d1 = load(delta, j + L);
        FloatVector d2 = load(delta, j + 2 * L);
        FloatVector d3 = load(delta, j + 3 * L);
        FloatVector z0 = load(z, j);
        FloatVector z1 = load(z, j + L);
        FloatVector z2 = load(z, j + 2 * L);
        FloatVector z3 = load(z, j + 3 * L);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector s = all(scale[e]);
            FloatVector x = all(value[e]);
            FloatVector a = load(row, j).add(d0.mul(s));
            FloatVector b = load(row, j + L).add(d1.mul(s));
            FloatVector c = load(row, j + 2 * L).add(d2.mul(s));
            FloatVector d = load(row, j + 3 * L).add(d3.mul(s));
            a.intoArray(row, j);
            b.intoArray(row, j + L);
            c.intoArray(row, j + 2 * L);
            d.intoArray(row, j + 3 * L);
            z0 = z0.add(a.mul(x));
            z1 = z1.add(b.mul(x));
            z2 = z2.add(c.mul(x));
            z3 = z3.add(d.mul(x));
        }
        z0.intoArray(z, j);
        z1.intoArray(z, j + L);
        z2.intoArray(z, j + 2 * L);
        z3.intoArray(z, j + 3 * L);
    }

    static void descendAndAddTwo(
            float[][] w, int[] index, float[] scale, float[] delta, float[] z, float[] value, int e, int m) {
        float[] w0 = w[index[e]];
        float[] w1 = w[index[e + 1]];
        FloatVector s0 = all(scale[e]);
        FloatVector s1 = all(scale[e + 1]);
        FloatVector x0 = all(value[e]);
        FloatVector x1 = all(value[e + 1]);
        for (int j = 0; j < m; j += L) {
            FloatVector d = load(delta, j);
            FloatVector a = load(w0, j).add(d.mul(s0));
            FloatVector b = load(w1, j).add(d.mul(s1));
            a.intoArray(w0, j);
            b.intoArray(w1, j);
            load(z, j).add(a.mul(x0)).add(b.mul(x1)).intoArray(z, j);
        }
    }

    static void lanesOfTwo(float[] a, float[] b, float[] delta, int m, float[] lanes, int to) {
        for (int part = 0; part < Kernels.LANES; part += L) {
            FloatVector sum = all(0);
            FloatVector other = all(0);
            for (int j = part; j < m; j += Kernels.LANES) {
                FloatVector d = load(delta, j);
                sum = sum.add(load(a, j).mul(d));
                other = other.add(load(b, j).mul(d));
            }
            sum.intoArray(lanes, to + part);
            other.intoArray(lanes, to + Kernels.LANES + part);
        }
    }
}
