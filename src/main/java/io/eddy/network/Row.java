package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The weights from one input, or the biases, of a layer, with what the optimizer remembers of each. */
final class Row {
    float[] weights; // [outputs], and room up to Kernels.padded
    private final float[][] memory; // [optimizer's memory][outputs], and room
    private int outputs;
    private int updates;

    Row(int outputs, int memories) {
        this.outputs = outputs;
        weights = new float[Kernels.padded(outputs)];
        memory = new float[memories][weights.length];
    }

    /** Changes the weights by the gradient {@code x * delta[0..n)}. */
    void update(float x, float[] delta, int n, UpdateRule rule, float rate, Corrections corrections) {
        if (updates < Integer.MAX_VALUE) { // so many that the next one makes no difference
            updates++;
        }
        rule.optimizer().rule().step(weights, x, delta, memory, n, rate, rule.coefficients(), updates, corrections);
    }

    /** Adds outputs until there are {@code wanted}; the new weights are 0 and the optimizer knows nothing of them. */
    void grow(int wanted) {
        outputs = wanted;
        int room = Kernels.padded(wanted);
        if (room > weights.length) {
            weights = Arrays.copyOf(weights, room);
            Arrays.setAll(memory, m -> Arrays.copyOf(memory[m], room));
        }
    }

    /** Becomes at one place what another row is at one of its; it has had as many updates, at least. */
    void take(int at, Row other, int from) {
        weights[at] = other.weights[from];
        for (int m = 0; m < memory.length; m++) {
            memory[m][at] = other.memory[m][from];
        }
        updates = Math.max(updates, other.updates);
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

    private void write(float[] values, DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * outputs);
        bytes.asFloatBuffer().put(values, 0, outputs);
        out.write(bytes.array());
    }

    private void read(float[] values, DataInput in) throws IOException {
        byte[] bytes = new byte[Float.BYTES * outputs];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values, 0, outputs);
    }
}
