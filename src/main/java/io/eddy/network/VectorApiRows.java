package io.eddy.network;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Passes along rows of weights, for {@link VectorApiKernels}.
 *
 * <p>Vectors that go into or out of a call which is not inlined are allocated: so there are no helpers here that take vectors,
 * and no second length of vectors, after which the class of a vector would not be known any more. C2 inlines the methods of the
 * Vector API always, but in a large compilation it may not be done with them when it has to know which vectors need not exist:
 * so {@code config/java.options} has each method here compiled by itself. Where it was not, some vectors of each record were
 * allocated in most starts.
 */
final class VectorApiRows {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED.length() > Kernels.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();

    private VectorApiRows() {}

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

    static void descendAndAddFour(
            float[][] w, int[] index, float[] scale, float[] delta, float[] z, float[] value, int e, int m) {
        float[] w0 = w[index[e]];
        float[] w1 = w[index[e + 1]];
        float[] w2 = w[index[e + 2]];
        float[] w3 = w[index[e + 3]];
        FloatVector s0 = broadcast(S, scale[e]);
        FloatVector s1 = broadcast(S, scale[e + 1]);
        FloatVector s2 = broadcast(S, scale[e + 2]);
        FloatVector s3 = broadcast(S, scale[e + 3]);
        FloatVector x0 = broadcast(S, value[e]);
        FloatVector x1 = broadcast(S, value[e + 1]);
        FloatVector x2 = broadcast(S, value[e + 2]);
        FloatVector x3 = broadcast(S, value[e + 3]);
        for (int j = 0; j < m; j += L) {
            FloatVector along = fromArray(S, delta, j);
            FloatVector a = fromArray(S, w0, j).add(along.mul(s0));
            FloatVector b = fromArray(S, w1, j).add(along.mul(s1));
            FloatVector c = fromArray(S, w2, j).add(along.mul(s2));
            FloatVector d = fromArray(S, w3, j).add(along.mul(s3));
            a.intoArray(w0, j);
            b.intoArray(w1, j);
            c.intoArray(w2, j);
            d.intoArray(w3, j);
            fromArray(S, z, j)
                    .add(a.mul(x0))
                    .add(b.mul(x1))
                    .add(c.mul(x2))
                    .add(d.mul(x3))
                    .intoArray(z, j);
        }
    }
}
