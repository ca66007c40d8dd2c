package io.eddy.model;

import io.eddy.feature.Inputs;
import io.eddy.network.SparseVector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A network among candidates; it sees the features, or the last labels too, and answers the value or its change. */
final class NetworkExpert implements Expert {
    private final boolean memory;
    private final boolean change;
    private final TrainedNetwork network;

    /**
     * @param change whether it answers by how much the value differs from the last one; of a regression only
     */
    NetworkExpert(NetworkSettings settings, boolean change, Task task, long seed) {
        this.memory = settings.memory();
        this.change = change;
        network = new TrainedNetwork(settings, task, seed);
    }

    private SparseVector view(Inputs x) {
        return memory ? x.withMemory() : x.features();
    }

    @Override
    public void answer(Inputs x, float[] answer) {
        System.arraycopy(network.forward(view(x)), 0, answer, 0, network.outputs());
        if (change) {
            answer[0] += x.lastValue();
        }
    }

    @Override
    public void grow(int inputs, int fanIn, int outputs) {
        network.grow(inputs, fanIn, outputs);
    }

    @Override
    public void learn(Inputs x, float label, float weight) {
        network.learn(view(x), change ? label - x.lastValue() : label, weight);
    }

    @Override
    public Training training() {
        return network.training();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        network.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        network.read(in);
    }
}
