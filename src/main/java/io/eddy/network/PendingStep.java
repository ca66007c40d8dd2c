package io.eddy.network;

import java.util.Arrays;

/** A step {@code W[index[e]] += scale[e] * delta} that is known, but not done yet. */
final class PendingStep {
    private static final Kernels KERNELS = Kernels.IN_USE;

    private float[] delta; // [n]
    private int[] indices = new int[16]; // ascending
    private float[] scales = new float[16];
    private int size;
    private int head; // so many indices are 0, 1, 2, ...

    /** @param n length of a row */
    PendingStep(int n) {
        delta = new float[Kernels.padded(n)];
    }

    /**
     * Remembers the step {@code W[index[e]] -= rate * value[e] * along}; indices ascend.
     *
     * @param along its own from then on
     * @return an array as long, zero beyond n, for whoever gave that away
     */
    float[] begin(int[] index, float[] value, int count, float[] along, float rate) {
        size = count;
        if (size > indices.length) {
            indices = new int[index.length];
            scales = new float[indices.length];
        }
        boolean ofHead = isHead(index, size);
        if (!ofHead || head < size) {
            System.arraycopy(index, 0, indices, 0, size);
            head = ofHead ? size : 0;
        }
        Vectors.scaled(scales, -rate, value, size);
        float[] free = delta;
        delta = along;
        return free;
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
        if (size == 0 || size != x.size()) {
            return false;
        }
        return head >= size ? isHead(x.indices(), size) : Arrays.equals(indices, 0, size, x.indices(), 0, size);
    }

    /** Whether they are 0, 1, 2, ..., as when all inputs are there: of ascending ones the last one tells. */
    private static boolean isHead(int[] ascending, int count) {
        return count > 0 && ascending[count - 1] == count - 1;
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
