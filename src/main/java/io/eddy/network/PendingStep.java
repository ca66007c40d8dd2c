package io.eddy.network;

import java.util.Arrays;

/** A step {@code W[index[e]] += scale[e] * delta} that is known, but not done yet. */
final class PendingStep {
    private static final Kernels KERNELS = Kernels.IN_USE;

    private final float[] delta; // [n]
    private int[] indices = new int[16];
    private float[] scales = new float[16];
    private int size;

    /** @param n length of a row */
    PendingStep(int n) {
        delta = new float[Kernels.padded(n)];
    }

    /** Remembers the step {@code W[index[e]] -= rate * value[e] * along}. */
    void begin(int[] index, float[] value, int count, float[] along, float rate) {
        size = count;
        if (size > indices.length) {
            indices = new int[index.length];
            scales = new float[indices.length];
        }
        System.arraycopy(index, 0, indices, 0, size);
        KERNELS.copy(along, delta, delta.length);
        Vectors.scaled(scales, -rate, value, size);
    }

    /** Does it, if there is one. */
    void settle(float[][] table, int outputs) {
        if (size > 0) {
            KERNELS.descend(table, indices, scales, size, delta, outputs);
            size = 0;
        }
    }

    /** Whether it changes just the rows that {@code x} asks for. */
    boolean isOf(SparseMatrix x) {
        return size > 0 && Arrays.equals(indices, 0, size, x.indices(), 0, x.size());
    }

    /** Does it, and {@code z = start + x W}, in one pass. */
    void settleAndForward(float[][] table, SparseMatrix x, float[] start, float[] z, int outputs) {
        KERNELS.descendAndAdd(table, indices, scales, delta, start, z, x.values(), size, outputs);
        size = 0;
    }

    /** Does it, and {@code result = W x} for the rows that it changes, in one pass. */
    void settleAndMultiply(float[][] table, float[] x, int n, float[] result, float[] lanes) {
        KERNELS.descendAndMultiply(table, indices, size, scales, delta, x, n, result, lanes);
        size = 0;
    }

    /** Whether there is one. */
    boolean isThere() {
        return size > 0;
    }
}
