package io.eddy.network;

import java.util.Arrays;
import java.util.List;

/**
 * The inputs of a batch: rows of {@link SparseVector}s, kept by column, so that a row of weights is fetched once for all
 * samples that it concerns. Entries ascend by input, and for one input by row.
 */
final class SparseMatrix {
    private int[] indices = new int[16];
    private int[] rows = new int[16];
    private float[] values = new float[16];
    private int size;

    /** Takes in one row. */
    void load(SparseVector x) {
        makeRoom(x.size());
        size = x.size();
        for (int e = 0; e < size; e++) {
            indices[e] = x.index(e);
            rows[e] = 0;
            values[e] = x.value(e);
        }
    }

    /** Takes in {@code k} rows. */
    void load(List<SparseVector> batch) {
        int entries = batch.stream().mapToInt(SparseVector::size).sum();
        makeRoom(entries);
        long[] order = new long[entries]; // input, then row
        size = 0;
        for (int r = 0; r < batch.size(); r++) {
            for (int e = 0; e < batch.get(r).size(); e++) {
                order[size++] = ((long) batch.get(r).index(e) << 32) | r;
            }
        }
        Arrays.sort(order);
        int[] next = new int[batch.size()]; // each row's entries ascend, too
        for (int e = 0; e < size; e++) {
            indices[e] = (int) (order[e] >>> 32);
            rows[e] = (int) order[e];
            values[e] = batch.get(rows[e]).value(next[rows[e]]++);
        }
    }

    private void makeRoom(int entries) {
        if (entries > indices.length) {
            int capacity = Math.max(entries, 2 * indices.length);
            indices = new int[capacity];
            rows = new int[capacity];
            values = new float[capacity];
        }
    }

    /** Entries that are not zero. */
    int size() {
        return size;
    }

    int index(int e) {
        return indices[e];
    }

    int row(int e) {
        return rows[e];
    }

    float value(int e) {
        return values[e];
    }
}
