package io.eddy.model;

import io.eddy.feature.Inputs;
import io.eddy.feature.View;
import io.eddy.network.Objective;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** The one network that was configured. */
public final class SingleNetwork implements Model {
    private final View view;
    private final TrainedNetwork network;
    private float[] normalised = new float[0];

    SingleNetwork(NetworkSettings settings, Task task, long seed) {
        view = settings.view();
        network = new TrainedNetwork(settings, task, seed);
    }

    @Override
    public float[] answer(Inputs x) {
        float[] output = network.forward(x.of(view));
        Objective objective = network.objective();
        boolean separate = objective.isOfClasses() && objective != Objective.SOFTMAX_CROSS_ENTROPY;
        return separate ? normalise(output) : output;
    }

    /** Separate sigmoids, brought to the sum 1. */
    private float[] normalise(float[] output) {
        float sum = 0;
        for (int c = 0; c < outputs(); c++) {
            sum += output[c];
        }
        normalised = normalised.length == outputs() ? normalised : new float[outputs()];
        for (int c = 0; c < normalised.length; c++) {
            normalised[c] = sum > 0 ? output[c] / sum : 1f / normalised.length;
        }
        return normalised;
    }

    @Override
    public int outputs() {
        return network.outputs();
    }

    @Override
    public void grow(int inputs, int fanIn, int outputs) {
        network.grow(inputs, fanIn, outputs);
    }

    @Override
    public void learn(Inputs x, float label, float weight) {
        network.learn(x.of(view), label, weight);
    }

    @Override
    public void drifted() {
        // one network has no other to turn to
    }

    @Override
    public Training training() {
        return network.training();
    }

    @Override
    public double gradientNorm() {
        return network.gradientNorm();
    }

    @Override
    public Map<String, Double> candidates() {
        return Map.of();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        network.write(out);
    }

    @Override
    public void read(DataInput in, int version) throws IOException {
        network.read(in, version);
    }

    /** Reads a network as version 1 of the format has it. */
    public void readFirstVersion(long refused, DataInput in) throws IOException {
        network.readFirstVersion(refused, in);
    }
}
