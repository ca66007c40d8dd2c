package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A matrix of weights {@code W}, {@code [inputs][outputs]}, open on both sides: inputs and outputs can be added at any time
 * without touching what is there. It is input-major: an input that is zero or absent costs nothing, and rows grow without
 * copying.
 *
 * <p>A plain step of one row is not done at once, but in the next pass forward, which fetches the same weights anyway; the bits
 * are those of a step at once. Whatever else looks at the weights has it done first.
 */
final class Weights {
    private static final Kernels KERNELS = Kernels.IN_USE;

    private final InitialWeights initial;
    private final int memories;
    private Row[] rows = new Row[8]; // [inputs, and room for more]
    private float[][] table = new float[8][]; // [inputs, and room for more]: the rows' weights
    private float[] bounds = new float[8]; // [inputs, and room for more]
    private final float[] lanes = new float[Kernels.ROWS * Kernels.LANES];
    private int inputs;
    private int outputs;
    private PendingStep pending;

    /** @param memories what the optimizer remembers of each weight */
    Weights(InitialWeights initial, int outputs, int memories) {
        this.initial = initial;
        this.outputs = outputs;
        this.memories = memories;
        pending = new PendingStep(outputs);
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    float[] row(int input) {
        settle();
        return table[input];
    }

    /** Adds inputs until there are {@code wanted}; the new rows' weights are uniform within {@code bound}. */
    void growInputs(int wanted, float bound) {
        if (wanted > rows.length) {
            int capacity = Math.max(wanted, 2 * rows.length);
            rows = Arrays.copyOf(rows, capacity);
            table = Arrays.copyOf(table, capacity);
            bounds = Arrays.copyOf(bounds, capacity);
        }
        for (; inputs < wanted; inputs++) {
            bounds[inputs] = bound;
            put(inputs, new Row(outputs, memories));
            initialise(inputs, 0);
        }
    }

    private void put(int input, Row row) {
        rows[input] = row;
        table[input] = row.weights;
    }

    /** Adds outputs until there are {@code wanted}; what was learned for the others stays as it is. */
    void growOutputs(int wanted) {
        settle();
        int known = outputs;
        outputs = wanted;
        pending = new PendingStep(outputs);
        for (int i = 0; i < inputs; i++) {
            rows[i].grow(wanted);
            put(i, rows[i]);
            initialise(i, known);
        }
    }

    private void initialise(int input, int fromOutput) {
        for (int o = fromOutput; o < outputs; o++) {
            table[input][o] = initial.at(input, o, bounds[input]);
        }
    }

    /** Does the step that waits, if there is one. */
    void settle() {
        pending.settle(table, outputs);
    }

    /** {@code z[r] = start + x[r] W} for the active entries of {@code x}. */
    void forward(SparseMatrix x, float[] start, float[][] z) {
        if (x.isOneRow()) {
            forwardOne(x, start, z[0]);
            return;
        }
        for (float[] sums : z) {
            System.arraycopy(start, 0, sums, 0, start.length);
        }
        addMany(x, z);
    }

    /** {@code z[r] += x[r] W} for the active entries of {@code x}. */
    void add(SparseMatrix x, float[][] z) {
        if (x.isOneRow()) {
            forwardOne(x, z[0], z[0]);
        } else {
            addMany(x, z);
        }
    }

    private void forwardOne(SparseMatrix x, float[] start, float[] z) {
        if (pending.isOf(x)) {
            pending.settleAndForward(table, x, start, z, outputs);
        } else {
            settle();
            KERNELS.add(start, z, table, x.indices(), x.values(), x.size(), outputs);
        }
    }

    private void addMany(SparseMatrix x, float[][] z) {
        settle();
        for (int e = 0; e < x.size(); e++) {
            Vectors.addScaled(z[x.row(e)], x.value(e), table[x.index(e)], outputs);
        }
    }

    /** {@code inputError[r] = W delta[r]} for the active entries of {@code x}; the others are 0. */
    void backward(SparseMatrix x, float[][] delta, float[][] inputError) {
        settle();
        for (float[] row : inputError) {
            Arrays.fill(row, 0, inputs, 0);
        }
        if (x.isOneRow()) {
            KERNELS.multiply(table, x.indices(), x.size(), delta[0], outputs, inputError[0], lanes);
            return;
        }
        for (int e = 0; e < x.size(); e++) {
            inputError[x.row(e)][x.index(e)] = Vectors.dot(table[x.index(e)], delta[x.row(e)], outputs);
        }
    }

    /** {@code sum over r of x[r][i] delta[r]}, row after row, for inputs that are active in some {@code x[r]}. */
    void gradients(SparseMatrix x, float[][] delta, float[] buffer, GradientSink sink) {
        settle();
        int e = 0;
        while (e < x.size()) {
            int input = x.index(e);
            if (x.isOneRow()) {
                sink.accept(rows[input], x.value(e++), delta[0], outputs);
                continue;
            }
            Arrays.fill(buffer, 0);
            for (; e < x.size() && x.index(e) == input; e++) {
                Vectors.addScaled(buffer, x.value(e), delta[x.row(e)], outputs);
            }
            sink.accept(rows[input], 1, buffer, outputs);
        }
    }

    /** {@code W -= rate * gradient}, without the gradient being written down; of one row another array is in {@code delta} then. */
    void descend(SparseMatrix x, float[][] delta, float rate) {
        if (x.isOneRow()) {
            settle();
            delta[0] = pending.begin(x.indices(), x.values(), x.size(), delta[0], rate);
        } else {
            descendAtOnce(x, delta, rate);
        }
    }

    /** The same at once: for several rows, or where the weights are looked at right after. */
    void descendAtOnce(SparseMatrix x, float[][] delta, float rate) {
        settle();
        for (int e = 0; e < x.size(); e++) {
            KERNELS.addScaled(table[x.index(e)], -rate * x.value(e), delta[x.row(e)], outputs);
        }
    }

    /** The sum of their squares. */
    double squares() {
        settle();
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
            sum += Vectors.squares(table[i], outputs);
        }
        return sum;
    }

    /** Writes each input's initial bound and its row. */
    void write(DataOutput out) throws IOException {
        settle();
        for (int i = 0; i < inputs; i++) {
            out.writeFloat(bounds[i]);
            rows[i].write(out);
        }
    }

    /** Reads what {@link #write} wrote of a matrix of this size. */
    void read(DataInput in, int wantedInputs, int wantedOutputs) throws IOException {
        inputs = wantedInputs;
        outputs = wantedOutputs;
        pending = new PendingStep(outputs);
        rows = new Row[Math.max(8, inputs)];
        table = new float[rows.length][];
        bounds = new float[rows.length];
        for (int i = 0; i < inputs; i++) {
            bounds[i] = in.readFloat();
            put(i, new Row(outputs, memories));
            rows[i].read(in);
        }
    }
}
