package io.eddy.network;

import static io.eddy.network.VectorApiRows.L;
import static io.eddy.network.VectorApiRows.S;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Passes down a tile of the weights, for {@link VectorApiKernels}: one, two, four or eight vectors wide and all rows long, its
 * sums in registers. What {@link VectorApiRows} says is true here, too.
 */
final class VectorApiTiles {
    private VectorApiTiles() {}

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

    /** With vectors of 64 bytes, all of a row of 128 outputs: the weights are one stream, and nothing else is fetched. */
    static void descendAndAddTileOfEight(
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
        FloatVector d2 = fromArray(S, delta, j + 2 * L);
        FloatVector d3 = fromArray(S, delta, j + 3 * L);
        FloatVector d4 = fromArray(S, delta, j + 4 * L);
        FloatVector d5 = fromArray(S, delta, j + 5 * L);
        FloatVector d6 = fromArray(S, delta, j + 6 * L);
        FloatVector d7 = fromArray(S, delta, j + 7 * L);
        FloatVector z0 = fromArray(S, start, j);
        FloatVector z1 = fromArray(S, start, j + L);
        FloatVector z2 = fromArray(S, start, j + 2 * L);
        FloatVector z3 = fromArray(S, start, j + 3 * L);
        FloatVector z4 = fromArray(S, start, j + 4 * L);
        FloatVector z5 = fromArray(S, start, j + 5 * L);
        FloatVector z6 = fromArray(S, start, j + 6 * L);
        FloatVector z7 = fromArray(S, start, j + 7 * L);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector s = broadcast(S, scale[e]);
            FloatVector x = broadcast(S, value[e]);
            FloatVector a = fromArray(S, row, j).add(d0.mul(s));
            FloatVector b = fromArray(S, row, j + L).add(d1.mul(s));
            FloatVector c = fromArray(S, row, j + 2 * L).add(d2.mul(s));
            FloatVector d = fromArray(S, row, j + 3 * L).add(d3.mul(s));
            a.intoArray(row, j);
            b.intoArray(row, j + L);
            c.intoArray(row, j + 2 * L);
            d.intoArray(row, j + 3 * L);
            z0 = z0.add(a.mul(x));
            z1 = z1.add(b.mul(x));
            z2 = z2.add(c.mul(x));
            z3 = z3.add(d.mul(x));
            a = fromArray(S, row, j + 4 * L).add(d4.mul(s));
            b = fromArray(S, row, j + 5 * L).add(d5.mul(s));
            c = fromArray(S, row, j + 6 * L).add(d6.mul(s));
            d = fromArray(S, row, j + 7 * L).add(d7.mul(s));
            a.intoArray(row, j + 4 * L);
            b.intoArray(row, j + 5 * L);
            c.intoArray(row, j + 6 * L);
            d.intoArray(row, j + 7 * L);
            z4 = z4.add(a.mul(x));
            z5 = z5.add(b.mul(x));
            z6 = z6.add(c.mul(x));
            z7 = z7.add(d.mul(x));
        }
        z0.intoArray(z, j);
        z1.intoArray(z, j + L);
        z2.intoArray(z, j + 2 * L);
        z3.intoArray(z, j + 3 * L);
        z4.intoArray(z, j + 4 * L);
        z5.intoArray(z, j + 5 * L);
        z6.intoArray(z, j + 6 * L);
        z7.intoArray(z, j + 7 * L);
    }

    static void descendAndAddTileOfFour(
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
        FloatVector d2 = fromArray(S, delta, j + 2 * L);
        FloatVector d3 = fromArray(S, delta, j + 3 * L);
        FloatVector z0 = fromArray(S, start, j);
        FloatVector z1 = fromArray(S, start, j + L);
        FloatVector z2 = fromArray(S, start, j + 2 * L);
        FloatVector z3 = fromArray(S, start, j + 3 * L);
        for (int e = 0; e < count; e++) {
            float[] row = w[index[e]];
            FloatVector s = broadcast(S, scale[e]);
            FloatVector x = broadcast(S, value[e]);
            FloatVector a = fromArray(S, row, j).add(d0.mul(s));
            FloatVector b = fromArray(S, row, j + L).add(d1.mul(s));
            FloatVector c = fromArray(S, row, j + 2 * L).add(d2.mul(s));
            FloatVector d = fromArray(S, row, j + 3 * L).add(d3.mul(s));
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
}
