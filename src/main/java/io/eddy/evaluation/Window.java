package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last {@value #SIZE} values; sums over them are made anew each time, so no rounding gathers. */
final class Window {
    static final int SIZE = Figures.RECENT;

    private final float[] values = new float[SIZE];
    private long count;

    void add(float value) {
        values[(int) (count++ % SIZE)] = value;
    }

    /** NaN while empty. */
    double mean() {
        int n = (int) Math.min(count, SIZE);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return sum / n;
    }

    /** NaN while empty. */
    double rootMeanSquare() {
        int n = (int) Math.min(count, SIZE);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum / n);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(count);
        for (int i = 0; i < Math.min(count, SIZE); i++) {
            out.writeFloat(values[i]);
        }
    }

    void read(DataInput in) throws IOException {
        count = in.readLong();
        for (int i = 0; i < Math.min(count, SIZE); i++) {
            values[i] = in.readFloat();
        }
    }
}
