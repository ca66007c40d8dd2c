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

    /**
     * Adds a row, of which a copy is kept.
     *
     * @param label the number of a class, or a value
     */
    public void add(SparseVector x, float label) {
        rows.add(x.copy());
        labels.add(label);
    }

    public int size() {
        return rows.size();
    }

    /** Hands all rows to a scratch of that many, and is empty after. */
    public void moveTo(Scratch scratch) {
        float[] aims = new float[labels.size()];
        for (int r = 0; r < aims.length; r++) {
            aims[r] = labels.get(r);
        }
        scratch.load(rows, aims);
        rows.clear();
        labels.clear();
    }

    /** Writes the number of rows, then each with its label. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(rows.size());
        for (int r = 0; r < rows.size(); r++) {
            rows.get(r).write(out);
            out.writeFloat(labels.get(r));
        }
    }

    /** Reads what {@link #write} wrote into an empty batch. */
    public void read(DataInput in) throws IOException {
        for (int n = in.readInt(); n > 0; n--) {
            SparseVector x = new SparseVector();
            x.read(in);
            rows.add(x);
            labels.add(in.readFloat());
        }
    }
}
