package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last {@value #SIZE} rows of a classifier; measures over them are made anew each time, so no rounding gathers. */
final class ClassificationWindow {
    private static final int SIZE = Figures.RECENT;
    private static final int CLASSES = 4; // of a row: predicted, last, commonest, actual

    private final int[] classes = new int[SIZE * CLASSES];
    private final float[] losses = new float[SIZE];
    private long count;

    void add(int predicted, int last, int commonest, int actual, double loss) {
        int row = (int) (count++ % SIZE);
        classes[row * CLASSES] = predicted;
        classes[row * CLASSES + 1] = last;
        classes[row * CLASSES + 2] = commonest;
        classes[row * CLASSES + 3] = actual;
        losses[row] = (float) loss;
    }

    private int rows() {
        return (int) Math.min(count, SIZE);
    }

    ClassificationMeasures measures() {
        ClassificationMeasures measures = new ClassificationMeasures();
        for (int row = 0; row < rows(); row++) {
            int c = row * CLASSES;
            measures.add(classes[c], classes[c + 1], classes[c + 2], classes[c + 3], losses[row]);
        }
        return measures;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(count);
        for (int c = 0; c < rows() * CLASSES; c++) {
            writeCompact(classes[c], out);
        }
        for (int row = 0; row < rows(); row++) {
            out.writeFloat(losses[row]);
        }
    }

    void read(DataInput in) throws IOException {
        count = in.readLong();
        for (int c = 0; c < rows() * CLASSES; c++) {
            classes[c] = readCompact(in);
        }
        for (int row = 0; row < rows(); row++) {
            losses[row] = in.readFloat();
        }
    }

    /** Seven bits to a byte, the lowest first: one byte for each of the first 128 classes. */
    private static void writeCompact(int number, DataOutput out) throws IOException {
        int rest = number;
        while (rest > 0x7f) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readCompact(DataInput in) throws IOException {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int part = in.readUnsignedByte();
            number |= (part & 0x7f) << shift;
            if (part <= 0x7f) {
                return number;
            }
        }
    }
}
