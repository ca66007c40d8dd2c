package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The weights from one input, or the biases, of a layer, with what the optimizer remembers of each. */
final class Row {
    float[] weights; // [outputs]
    private final float[][] memory; // [optimizer's memory][outputs]
    private int updates;

    Row(int outputs, int memories) {
        weights = new float[outputs];
        memory = new float[memories][outputs];
    }

    /** Changes the weights by the gradient {@code g[0..n)}. */
    void update(float[] g, int n, UpdateRule rule, float rate) {
        updates++;
        rule.optimizer().step(weights, g, memory, n, rate, updates, rule.coefficients());
    }

    /** Adds outputs until there are {@code wanted}; the new weights are 0 and the optimizer knows nothing of them. */
    void grow(int wanted) {
        weights = Arrays.copyOf(weights, wanted);
        Arrays.setAll(memory, m -> Arrays.copyOf(memory[m], wanted));
    }

    /** The weights, then what the optimizer remembers if it remembers anything. */
    void write(DataOutput out) throws IOException {
        write(weights, out);
        if (memory.length > 0) {
            out.writeInt(updates);
            for (float[] values : memory) {
                write(values, out);
            }
        }
    }

    void read(DataInput in) throws IOException {
        read(weights, in);
        if (memory.length > 0) {
            updates = in.readInt();
            for (float[] values : memory) {
                read(values, in);
            }
        }
    }

    private static void write(float[] values, DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    private static void read(float[] values, DataInput in) throws IOException {
        byte[] bytes = new byte[Float.BYTES * values.length];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    }
}
