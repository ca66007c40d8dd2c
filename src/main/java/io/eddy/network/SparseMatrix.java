package io.eddy.network;

import java.util.Arrays;
import java.util.List;

/**
 * The active entries of one sample or of a batch, kept by column, so that a row of weights is fetched once for all samples that
 * it concerns. Entries ascend by input, and for one input by row.
 */
final class SparseMatrix {
    private int[] ownIndices = {};
    private float[] ownValues = {};
    private int[] all = {}; // 0, 1, 2, ...
    private int[] rows = {}; // of a batch
    private int[] indices = ownIndices; // or somebody else's
    private float[] values = ownValues; // or somebody else's
    private int size;
    private boolean oneRow;

    /** Becomes one row, which is not copied. */
    void load(SparseVector x) {
        size = x.size();
        oneRow = true;
        indices = x.indices();
        values = x.values();
    }

    /** Takes in {@code k} rows. */
    void load(List<SparseVector> batch) {
        int entries = batch.stream().mapToInt(SparseVector::size).sum();
        makeRoom(entries);
        oneRow = batch.size() == 1;
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

    /**
     * Becomes the outputs {@code y}, {@code [k][units]}, of a layer; those of one sample are not copied, if all are taken.
     *
     * @param sparse whether those that are zero are left out
     */
    void load(float[][] y, int k, int units, boolean sparse) {
        makeRoom(k * units);
        oneRow = k == 1;
        size = 0;
        if (oneRow) {
            load(y[0], units, sparse);
            return;
        }
        for (int i = 0; i < units; i++) {
            for (int r = 0; r < k; r++) {
                if (!sparse || y[r][i] != 0) {
                    indices[size] = i;
                    rows[size] = r;
                    values[size++] = y[r][i];
                }
            }
        }
    }

    private void load(float[] y, int units, boolean sparse) {
        if (!sparse) {
            indices = all(units);
            values = y;
            size = units;
            return;
        }
        int kept = 0;
        for (int i = 0; i < units; i++) {
            indices[kept] = i;
            values[kept] = y[i];
            int bits = Float.floatToRawIntBits(y[i]);
            kept += (bits | -bits) >>> 31; // 1 unless all are 0: no branch that can't be foreseen
        }
        size = kept;
    }

    private int[] all(int units) {
        if (units > all.length) {
            all = new int[units];
            Arrays.setAll(all, i -> i);
        }
        return all;
    }

    private void makeRoom(int entries) {
        if (entries > ownIndices.length) {
            int capacity = Math.max(entries, 2 * ownIndices.length);
            ownIndices = new int[capacity];
            ownValues = new float[capacity];
            rows = new int[capacity];
        }
        indices = ownIndices;
        values = ownValues;
    }

    /** Of each row, the sum of its values' squares and how many they are. */
    void squares(float[] sums, int[] counts) {
        if (oneRow) {
            sums[0] = Vectors.sumOfSquares(values, size);
            counts[0] = size;
            return;
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        for (int e = 0; e < size; e++) {
            sums[rows[e]] += values[e] * values[e];
            counts[rows[e]]++;
        }
    }

    /** Whether it is of one sample. */
    boolean isOneRow() {
        return oneRow;
    }

    /** Entries. */
    int size() {
        return size;
    }

    /** The inputs of all entries, and room. */
    int[] indices() {
        return indices;
    }

    /** The values of all entries, and room. */
    float[] values() {
        return values;
    }

    int index(int e) {
        return indices[e];
    }

    int row(int e) {
        return oneRow ? 0 : rows[e];
    }

    float value(int e) {
        return values[e];
    }
}
