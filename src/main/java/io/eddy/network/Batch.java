package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Labelled rows that wait until there are enough of them to be learned from together, as one matrix. */
public final class Batch {
    private final List<SparseVector> rows = new ArrayList<>();
    private final List<Float> labels = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    /**
     * Adds a row, of which a copy is kept.
     *
     * @param label the number of a class, or a value
     * @param weight of its loss
     */
    public void add(SparseVector x, float label, float weight) {
        rows.add(x.copy());
        labels.add(label);
        weights.add(weight);
    }

    public int size() {
        return rows.size();
    }

    /** Hands all rows to a scratch of that many, and is empty after. */
    public void moveTo(Scratch scratch) {
        scratch.load(rows, array(labels), array(weights));
        rows.clear();
        labels.clear();
        weights.clear();
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int r = 0; r < array.length; r++) {
            array[r] = values.get(r);
        }
        return array;
    }

    /** Writes the number of rows, then each with its label and weight. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(rows.size());
        for (int r = 0; r < rows.size(); r++) {
            rows.get(r).write(out);
            out.writeFloat(labels.get(r));
            out.writeFloat(weights.get(r));
        }
    }

    /** Reads what {@link #write} wrote into an empty batch. */
    public void read(DataInput in) throws IOException {
        for (int n = in.readInt(); n > 0; n--) {
            SparseVector x = new SparseVector();
            x.read(in);
            rows.add(x);
            labels.add(in.readFloat());
            weights.add(in.readFloat());
        }
    }
}
