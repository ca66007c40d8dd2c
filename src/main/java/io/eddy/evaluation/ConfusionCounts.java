package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts pairs of true and predicted classes, and gives up on the first class that is one too many. */
final class ConfusionCounts {
    private long[][] counts = {}; // [true][predicted]
    private boolean isBeyond;

    void add(int predicted, int actual) {
        int classes = Math.max(predicted, actual) + 1;
        if (classes > Confusion.MOST_CLASSES) {
            isBeyond = true;
            counts = new long[0][];
        }
        if (isBeyond) {
            return;
        }
        if (classes > counts.length) {
            grow(classes);
        }
        counts[actual][predicted]++;
    }

    private void grow(int classes) {
        long[][] grown = new long[classes][classes];
        for (int c = 0; c < counts.length; c++) {
            grown[c] = Arrays.copyOf(counts[c], classes);
        }
        counts = grown;
    }

    /** With a row and a column for each name. */
    Confusion named(List<String> names) {
        if (isBeyond || names.size() > Confusion.MOST_CLASSES) {
            return Confusion.NONE;
        }
        List<List<Long>> rows = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            List<Long> row = new ArrayList<>();
            for (int p = 0; p < names.size(); p++) {
                row.add(Math.max(a, p) < counts.length ? counts[a][p] : 0);
            }
            rows.add(row);
        }
        return new Confusion(List.copyOf(names), rows);
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(isBeyond);
        out.writeInt(counts.length);
        for (long[] row : counts) {
            for (long count : row) {
                out.writeLong(count);
            }
        }
    }

    void read(DataInput in) throws IOException {
        isBeyond = in.readBoolean();
        int classes = in.readInt();
        counts = new long[classes][classes];
        for (long[] row : counts) {
            for (int p = 0; p < classes; p++) {
                row[p] = in.readLong();
            }
        }
    }
}
