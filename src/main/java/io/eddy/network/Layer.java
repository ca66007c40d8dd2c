package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One fully connected layer, {@code z = b + x W}, open on both sides: inputs and outputs can be added at any time
 * without touching the weights that are there.
 *
 * <p>{@code weights} is {@code [inputs][outputs]}, input-major: an input that is zero or absent costs nothing, and rows
 * grow without copying.
 */
final class Layer {
    private final InitialWeights initial;
    private float[][] weights = new float[8][]; // [inputs, and room for more][outputs]
    private float[] bounds = new float[8]; // [inputs, and room for more]
    private float[] bias; // [outputs]
    private int inputs;
    private int outputs;

    Layer(InitialWeights initial, int outputs) {
        this.initial = initial;
        this.outputs = outputs;
        this.bias = new float[outputs];
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    /** Adds inputs until there are {@code wanted}; the new rows' weights are uniform within {@code bound}. */
    void growInputs(int wanted, float bound) {
        if (wanted > weights.length) {
            int capacity = Math.max(wanted, 2 * weights.length);
            weights = Arrays.copyOf(weights, capacity);
            bounds = Arrays.copyOf(bounds, capacity);
        }
        for (; inputs < wanted; inputs++) {
            bounds[inputs] = bound;
            weights[inputs] = new float[outputs];
            initialise(inputs, 0);
        }
    }

    /** Adds outputs until there are {@code wanted}; what was learned for the others stays as it is. */
    void growOutputs(int wanted) {
        int known = outputs;
        outputs = wanted;
        bias = Arrays.copyOf(bias, wanted);
        for (int i = 0; i < inputs; i++) {
            weights[i] = Arrays.copyOf(weights[i], wanted);
            initialise(i, known);
        }
    }

    private void initialise(int input, int fromOutput) {
        for (int o = fromOutput; o < outputs; o++) {
            weights[input][o] = initial.at(input, o, bounds[input]);
        }
    }

    /** {@code z[o] = bias[o] + sum over active i of x[i] * weights[i][o]}, in the order of the inputs. */
    void forward(SparseVector x, float[] z) {
        System.arraycopy(bias, 0, z, 0, outputs);
        for (int k = 0; k < x.size(); k++) {
            Vectors.addScaled(z, x.value(k), weights[x.index(k)], outputs);
        }
    }

    /** {@code weights[i][o] -= rate * x[i] * delta[o]}, for the active inputs. */
    void update(SparseVector x, float[] delta, float rate) {
        Vectors.addScaled(bias, -rate, delta, outputs);
        for (int k = 0; k < x.size(); k++) {
            Vectors.addScaled(weights[x.index(k)], -rate * x.value(k), delta, outputs);
        }
    }

    /** The same for inputs that are all there, {@code x[0..inputs)}. */
    void forward(float[] x, float[] z) {
        System.arraycopy(bias, 0, z, 0, outputs);
        for (int i = 0; i < inputs; i++) {
            Vectors.addScaled(z, x[i], weights[i], outputs);
        }
    }

    /** {@code inputDelta[i] = sum over o of weights[i][o] * delta[o]}. */
    void backward(float[] delta, float[] inputDelta) {
        for (int i = 0; i < inputs; i++) {
            inputDelta[i] = Vectors.dot(weights[i], delta, outputs);
        }
    }

    /** {@code weights[i][o] -= rate * x[i] * delta[o]}, for all inputs. */
    void update(float[] x, float[] delta, float rate) {
        Vectors.addScaled(bias, -rate, delta, outputs);
        for (int i = 0; i < inputs; i++) {
            Vectors.addScaled(weights[i], -rate * x[i], delta, outputs);
        }
    }

    float[] weights(int input) {
        return weights[input];
    }

    float[] bias() {
        return bias;
    }

    long parameters() {
        return (long) (inputs + 1) * outputs;
    }

    /** Inputs, outputs, bias, then per input its initial bound and its row. */
    void write(DataOutput out) throws IOException {
        out.writeInt(inputs);
        out.writeInt(outputs);
        writeRow(bias, out);
        for (int i = 0; i < inputs; i++) {
            out.writeFloat(bounds[i]);
            writeRow(weights[i], out);
        }
    }

    void read(DataInput in) throws IOException {
        inputs = in.readInt();
        outputs = in.readInt();
        bias = readRow(in);
        weights = new float[Math.max(8, inputs)][];
        bounds = new float[weights.length];
        for (int i = 0; i < inputs; i++) {
            bounds[i] = in.readFloat();
            weights[i] = readRow(in);
        }
    }

    private void writeRow(float[] row, DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * outputs);
        bytes.asFloatBuffer().put(row, 0, outputs);
        out.write(bytes.array());
    }

    private float[] readRow(DataInput in) throws IOException {
        byte[] bytes = new byte[Float.BYTES * outputs];
        in.readFully(bytes);
        float[] row = new float[outputs];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(row);
        return row;
    }
}
