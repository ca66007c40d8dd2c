package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The layer behind hidden units. They are all there, while outputs are few and may become more: so it has a row of weights for
 * each output, as long as there are hidden units. A plain step waits for the next pass forward, as it does in {@link Weights}.
 */
final class OutputLayer extends Layer {
    private static final Kernels KERNELS = Kernels.IN_USE;
    private static final int FIRST_VERSION_BY_OUTPUT = 3;

    private final InitialWeights initial;
    private final int inputs;
    private final int memories;
    private final float bound;
    private final float[] lanes = new float[Kernels.ROWS * Kernels.LANES];
    private final float[] zeros; // [inputs]
    private Row[] rows = {}; // [outputs]
    private float[][] table = {}; // [outputs]: the rows' weights
    private int[] all = {}; // 0, 1, ...
    private PendingStep pending;

    /** @param bound of the uniform initial weights */
    OutputLayer(InitialWeights initial, int inputs, int outputs, int memories, float bound) {
        super(initial, outputs, memories, 0);
        this.initial = initial;
        this.inputs = inputs;
        this.memories = memories;
        this.bound = bound;
        zeros = new float[Kernels.padded(inputs)];
        pending = new PendingStep(inputs);
        growOutputs(outputs);
    }

    @Override
    int inputs() {
        return inputs;
    }

    @Override
    int outputs() {
        return rows.length;
    }

    @Override
    void growInputs(int wanted, float boundOfNew) {
        throw new IllegalStateException("there are " + inputs + " hidden units, and no more will come");
    }

    @Override
    void growOutputs(int wanted) {
        settle();
        super.growOutputs(wanted);
        int known = makeRoom(wanted);
        for (int o = known; o < wanted; o++) {
            for (int i = 0; i < inputs; i++) {
                table[o][i] = initial.at(i, o, bound);
            }
        }
    }

    private int makeRoom(int outputs) {
        int known = rows.length;
        rows = Arrays.copyOf(rows, outputs);
        table = Arrays.copyOf(table, outputs);
        all = new int[outputs];
        for (int o = 0; o < outputs; o++) {
            all[o] = o;
            rows[o] = o < known ? rows[o] : new Row(inputs, memories);
            table[o] = rows[o].weights;
        }
        return known;
    }

    @Override
    void forward(Scratch s, int l, float[][] z) {
        if (pending.isThere() && s.k == 1) {
            pending.settleAndMultiply(table, s.outputs[l - 1][0], inputs, z[0], lanes);
        } else {
            settle();
            for (int r = 0; r < s.k; r++) {
                KERNELS.multiply(table, all, rows.length, s.outputs[l - 1][r], inputs, z[r], lanes);
            }
        }
        for (int r = 0; r < s.k; r++) {
            Vectors.addScaled(z[r], 1, bias(), rows.length);
        }
    }

    @Override
    void backward(Scratch s, int l) {
        settle();
        for (int r = 0; r < s.k; r++) {
            KERNELS.add(zeros, s.deltas[l - 1][r], table, all, s.deltas[l][r], rows.length, inputs);
        }
    }

    @Override
    void gradients(Scratch s, int l, GradientSink sink) {
        settle();
        for (int o = 0; o < rows.length; o++) {
            if (s.k == 1) {
                sink.accept(rows[o], s.deltas[l][0][o], s.outputs[l - 1][0], inputs);
                continue;
            }
            Arrays.fill(s.gradient, 0);
            for (int r = 0; r < s.k; r++) {
                Vectors.addScaled(s.gradient, s.deltas[l][r][o], s.outputs[l - 1][r], inputs);
            }
            sink.accept(rows[o], 1, s.gradient, inputs);
        }
    }

    @Override
    void descend(Scratch s, int l, float rate) {
        for (int r = 0; r < s.k; r++) {
            settle();
            s.outputs[l - 1][r] = pending.begin(all, s.deltas[l][r], rows.length, s.outputs[l - 1][r], rate);
        }
    }

    @Override
    void addToBias(float scale, float[] delta) {
        Vectors.addScaled(bias(), scale, delta, rows.length); // as the objective wrote them: one by one
    }

    private void settle() {
        pending.settle(table, inputs);
    }

    @Override
    float weight(int input, int output) {
        settle();
        return table[output][input];
    }

    @Override
    void setWeight(int input, int output, float weight) {
        settle();
        table[output][input] = weight;
    }

    @Override
    double squaresOfWeights() {
        settle();
        double sum = 0;
        for (float[] row : table) {
            sum += Vectors.squares(row, inputs);
        }
        return sum;
    }

    @Override
    void writeWeights(DataOutput out) throws IOException {
        settle();
        for (Row row : rows) {
            row.write(out);
        }
    }

    @Override
    void readWeights(DataInput in, int storedInputs, int outputs, int version) throws IOException {
        pending = new PendingStep(inputs);
        rows = new Row[0];
        makeRoom(outputs);
        if (version < FIRST_VERSION_BY_OUTPUT) {
            for (int i = 0; i < inputs; i++) {
                in.readFloat(); // the bound of its initial weights
                Row column = new Row(outputs, memories);
                column.read(in);
                for (int o = 0; o < outputs; o++) {
                    rows[o].take(i, column, o);
                }
            }
            return;
        }
        for (Row row : rows) {
            row.read(in);
        }
    }
}
