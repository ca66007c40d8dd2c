package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The active inputs of one sample: {@code values[k]} at input {@code indices[k]}, ascending by index, all else zero.
 * Reused from sample to sample.
 */
public final class SparseVector {
    private int[] indices = new int[16];
    private float[] values = new float[16];
    private int size;

    /** Forgets all entries. */
    public void clear() {
        size = 0;
    }

    /**
     * Adds one entry at its place; a second value at the same index is added to the first. Mostly they come in order, and
     * then this is an append.
     */
    public void add(int index, float value) {
        int at = size;
        if (size > 0 && indices[size - 1] >= index) {
            at = Arrays.binarySearch(indices, 0, size, index);
            if (at >= 0) {
                values[at] += value;
                return;
            }
            at = -1 - at;
        }
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        System.arraycopy(indices, at, indices, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        indices[at] = index;
        values[at] = value;
        size++;
    }

    /** Becomes the entries of another one. */
    public void copy(SparseVector other) {
        copyHead(other, Integer.MAX_VALUE);
    }

    /** Whether all entries have an index less than {@code bound}. */
    public boolean isBelow(int bound) {
        return size == 0 || indices[size - 1] < bound;
    }

    /** Becomes the entries of another one whose index is less than {@code bound}. */
    public void copyHead(SparseVector other, int bound) {
        size = other.size;
        while (size > 0 && other.indices[size - 1] >= bound) {
            size--;
        }
        if (size > indices.length) {
            indices = new int[other.indices.length];
            values = new float[other.indices.length];
        }
        System.arraycopy(other.indices, 0, indices, 0, size);
        System.arraycopy(other.values, 0, values, 0, size);
    }

    public int size() {
        return size;
    }

    public int index(int k) {
        return indices[k];
    }

    public float value(int k) {
        return values[k];
    }

    /** The inputs of all entries, and room; not a copy. */
    int[] indices() {
        return indices;
    }

    /** The values of all entries, and room; not a copy. */
    float[] values() {
        return values;
    }

    SparseVector copy() {
        SparseVector copy = new SparseVector();
        copy.indices = Arrays.copyOf(indices, Math.max(1, size));
        copy.values = Arrays.copyOf(values, Math.max(1, size));
        copy.size = size;
        return copy;
    }

    /** Writes the number of entries, then each one's index and value. */
    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int k = 0; k < size; k++) {
            out.writeInt(indices[k]);
            out.writeFloat(values[k]);
        }
    }

    /** Reads what {@link #write} wrote into an empty vector. */
    void read(DataInput in) throws IOException {
        for (int n = in.readInt(); n > 0; n--) {
            add(in.readInt(), in.readFloat());
        }
    }
}
