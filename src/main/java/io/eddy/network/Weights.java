package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A matrix of weights {@code W}, {@code [inputs][outputs]}, open on both sides: inputs and outputs can be added at any time
 * without touching what is there. It is input-major: an input that is zero or absent costs nothing, and rows grow without
 * copying. Every operation is over the {@code k} rows of a batch, each row of weights being read once for all of them.
 */
final class Weights {
    /** Takes the gradient of the loss by one row of weights, {@code g[0..n)}, which is overwritten after the call. */
    interface GradientSink {
        void accept(Row row, float[] g, int n);
    }

    private final InitialWeights initial;
    private final int memories;
    private Row[] rows = new Row[8]; // [inputs, and room for more]
    private float[] bounds = new float[8]; // [inputs, and room for more]
    private int inputs;
    private int outputs;

    /** @param memories what the optimizer remembers of each weight */
    Weights(InitialWeights initial, int outputs, int memories) {
        this.initial = initial;
        this.outputs = outputs;
        this.memories = memories;
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    float[] row(int input) {
        return rows[input].weights;
    }

    /** Adds inputs until there are {@code wanted}; the new rows' weights are uniform within {@code bound}. */
    void growInputs(int wanted, float bound) {
        if (wanted > rows.length) {
            int capacity = Math.max(wanted, 2 * rows.length);
            rows = Arrays.copyOf(rows, capacity);
            bounds = Arrays.copyOf(bounds, capacity);
        }
        for (; inputs < wanted; inputs++) {
            bounds[inputs] = bound;
            rows[inputs] = new Row(outputs, memories);
            initialise(inputs, 0);
        }
    }

    /** Adds outputs until there are {@code wanted}; what was learned for the others stays as it is. */
    void growOutputs(int wanted) {
        int known = outputs;
        outputs = wanted;
        for (int i = 0; i < inputs; i++) {
            rows[i].grow(wanted);
            initialise(i, known);
        }
    }

    private void initialise(int input, int fromOutput) {
        for (int o = fromOutput; o < outputs; o++) {
            rows[input].weights[o] = initial.at(input, o, bounds[input]);
        }
    }

    /** {@code z[r] += x[r] W} for the active entries of {@code x}. */
    void forward(SparseMatrix x, float[][] z) {
        for (int e = 0; e < x.size(); e++) {
            Vectors.addScaled(z[x.row(e)], x.value(e), rows[x.index(e)].weights, outputs);
        }
    }

    /** {@code z[r] += x[r] W} for the first {@code k} rows. */
    void forward(float[][] x, float[][] z, int k) {
        for (int i = 0; i < inputs; i++) {
            for (int r = 0; r < k; r++) {
                Vectors.addScaled(z[r], x[r][i], rows[i].weights, outputs);
            }
        }
    }

    /** {@code inputError[r] = W delta[r]} for the first {@code k} rows. */
    void backward(float[][] delta, float[][] inputError, int k) {
        for (int i = 0; i < inputs; i++) {
            for (int r = 0; r < k; r++) {
                inputError[r][i] = Vectors.dot(rows[i].weights, delta[r], outputs);
            }
        }
    }

    /** {@code g[i] = sum over r of x[r][i] delta[r]}, row after row, for inputs that are present in some {@code x[r]}. */
    void gradients(SparseMatrix x, float[][] delta, float[] g, GradientSink sink) {
        int e = 0;
        while (e < x.size()) {
            int input = x.index(e);
            Arrays.fill(g, 0, outputs, 0);
            for (; e < x.size() && x.index(e) == input; e++) {
                Vectors.addScaled(g, x.value(e), delta[x.row(e)], outputs);
            }
            sink.accept(rows[input], g, outputs);
        }
    }

    /** The same for inputs that are all there. */
    void gradients(float[][] x, float[][] delta, int k, float[] g, GradientSink sink) {
        for (int i = 0; i < inputs; i++) {
            Arrays.fill(g, 0, outputs, 0);
            for (int r = 0; r < k; r++) {
                Vectors.addScaled(g, x[r][i], delta[r], outputs);
            }
            sink.accept(rows[i], g, outputs);
        }
    }

    /** {@code W -= rate * gradient}, in one step without the gradient being written down. */
    void descend(SparseMatrix x, float[][] delta, float rate) {
        for (int e = 0; e < x.size(); e++) {
            Vectors.addScaled(rows[x.index(e)].weights, -rate * x.value(e), delta[x.row(e)], outputs);
        }
    }

    /** The same for inputs that are all there. */
    void descend(float[][] x, float[][] delta, int k, float rate) {
        for (int i = 0; i < inputs; i++) {
            for (int r = 0; r < k; r++) {
                Vectors.addScaled(rows[i].weights, -rate * x[r][i], delta[r], outputs);
            }
        }
    }

    /** Writes each input's initial bound and its row. */
    void write(DataOutput out) throws IOException {
        for (int i = 0; i < inputs; i++) {
            out.writeFloat(bounds[i]);
            rows[i].write(out);
        }
    }

    /** Reads what {@link #write} wrote of a matrix of this size. */
    void read(DataInput in, int wantedInputs, int wantedOutputs) throws IOException {
        inputs = wantedInputs;
        outputs = wantedOutputs;
        rows = new Row[Math.max(8, inputs)];
        bounds = new float[rows.length];
        for (int i = 0; i < inputs; i++) {
            bounds[i] = in.readFloat();
            rows[i] = new Row(outputs, memories);
            rows[i].read(in);
        }
    }
}
