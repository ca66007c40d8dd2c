package io.eddy.network;

import static io.eddy.network.VectorApiRows.L;

/**
 * The Vector API's. Arrays have room up to a multiple of {@link Kernels#LANES}, so no loop has a rest; where all outputs fit
 * into few vectors, they stay in registers from row to row.
 */
final class VectorApiKernels extends VectorApiElementwise implements Kernels {
    /**
     * Rows up to so long are gone through by tiles, whose sums stay in registers; longer ones in one stream each, which is as
     * fast.
     */
    private static final int TILED = 64;

    /** Of rows so wide, or twice, a step and a sum at once go faster by tiles as well. */
    private static final int WIDE = 8 * L;

    @Override
    public void add(float[] start, float[] z, float[][] w, int[] index, float[] value, int count, int n) {
        int m = Kernels.padded(n);
        if (m > TILED) {
            begin(start, z, n);
            int e = 0;
            for (; e + 4 <= count; e += 4) {
                VectorApiRows.addFour(z, w, index, value, e, m);
            }
            for (; e < count; e++) {
                VectorApiRows.addScaled(z, value[e], w[index[e]], m);
            }
            return;
        }
        int j = 0;
        for (; n <= LANES && j < m; j += L) {
            VectorApiRows.addNarrow(start, z, w, index, value, count, j);
        }
        for (; j + 2 * L <= m; j += 2 * L) {
            VectorApiTiles.addTileOfTwo(start, z, w, index, value, count, j);
        }
        if (j < m) {
            VectorApiTiles.addTileOfOne(start, z, w, index, value, count, j);
        }
    }

    @Override
    public void descend(float[][] w, int[] index, float[] scale, int count, float[] delta, int n) {
        if (n <= L) {
            VectorApiRows.descendNarrow(w, index, scale, count, delta);
            return;
        }
        int m = Kernels.padded(n);
        for (int e = 0; e < count; e++) {
            VectorApiRows.addScaled(w[index[e]], scale[e], delta, m);
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
        if (n <= LANES) {
            descend(w, index, scale, count, delta, n);
            add(start, z, w, index, value, count, n);
            return;
        }
        int m = Kernels.padded(n);
        if (m == WIDE || m == 2 * WIDE) {
            for (int j = 0; j < m; j += WIDE) {
                VectorApiTiles.descendAndAddTileOfEight(w, index, scale, delta, start, z, value, count, j);
            }
            return;
        }
        if (m > TILED) {
            begin(start, z, n);
            int e = 0;
            for (; e + 4 <= count; e += 4) {
                VectorApiRows.descendAndAddFour(w, index, scale, delta, z, value, e, m);
            }
            for (; e < count; e++) {
                VectorApiRows.addScaled(w[index[e]], scale[e], delta, m);
                VectorApiRows.addScaled(z, value[e], w[index[e]], m);
            }
            return;
        }
        int j = 0;
        for (; j + 4 * L <= m; j += 4 * L) {
            VectorApiTiles.descendAndAddTileOfFour(w, index, scale, delta, start, z, value, count, j);
        }
        for (; j + 2 * L <= m; j += 2 * L) {
            VectorApiTiles.descendAndAddTileOfTwo(w, index, scale, delta, start, z, value, count, j);
        }
        if (j < m) {
            VectorApiTiles.descendAndAddTileOfOne(w, index, scale, delta, start, z, value, count, j);
        }
    }

    @Override
    public void multiply(float[][] w, int[] index, int count, float[] delta, int n, float[] result, float[] lanes) {
        if (n <= FEW) {
            Vectors.multiplyFew(w, index, count, delta, result);
            return;
        }
        int m = Kernels.padded(n);
        for (int to = count; to > 0; to -= ROWS) {
            int from = Math.max(0, to - ROWS);
            VectorApiLanes.multiply(w, index, from, to, delta, m, lanes);
            fold(lanes, index, from, to, n, result);
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
        if (n <= FEW) {
            descend(w, index, scale, count, step, n);
            Vectors.multiplyFew(w, index, count, delta, result);
            return;
        }
        int m = Kernels.padded(n);
        for (int from = 0; from < count; from += ROWS) {
            int to = Math.min(count, from + ROWS);
            VectorApiLanes.descendAndMultiply(w, index, scale, from, to, step, delta, m, lanes);
            fold(lanes, index, from, to, n, result);
        }
    }

    private static void fold(float[] lanes, int[] index, int from, int to, int n, float[] result) {
        for (int e = from; e < to; e++) {
            result[index[e]] = Vectors.fold(lanes, (e - from) * LANES, n);
        }
    }
}
