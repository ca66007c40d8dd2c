package io.eddy.network;

import java.util.Arrays;

/** A step {@code W[index[e]] += scale[e] * delta} that is known, but not done yet. */
final class PendingStep {
    private static final Kernels KERNELS = Kernels.IN_USE;

    private final float[] delta; // [outputs]
    private int[] indices = new int[16];
    private float[] scales = new float[16];
    private int size;

    PendingStep(int outputs) {
        delta = new float[Kernels.padded(outputs)];
    }

    /** Remembers the step {@code W -= rate * x delta}. */
    void begin(SparseMatrix x, float[] deltaOfRow, float rate) {
        size = x.size();
        if (size > indices.length) {
            indices = new int[x.indices().length];
            scales = new float[indices.length];
        }
        System.arraycopy(x.indices(), 0, indices, 0, size);
        System.arraycopy(deltaOfRow, 0, delta, 0, delta.length);
        Vectors.scaled(scales, -rate, x.values(), size);
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

    /** Does it, and {@code z += x W}, in one pass. */
    void settleAndForward(float[][] table, SparseMatrix x, float[] z, int outputs) {
        KERNELS.descendAndAdd(table, indices, scales, delta, z, x.values(), size, outputs);
        size = 0;
    }
}
