package io.eddy.model;

import io.eddy.feature.Inputs;
import io.eddy.feature.View;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A network among candidates; it sees the features, or the last labels too, and answers the value or its change. */
final class NetworkExpert implements Expert {
    private final View view;
    private final boolean change;
    private final TrainedNetwork network;

    /**
     * @param change whether it answers by how much the value differs from the last one; of a regression only
     */
    NetworkExpert(NetworkSettings settings, boolean change, Task task, long seed) {
        view = settings.view();
        this.change = change;
        network = new TrainedNetwork(settings, task, seed);
    }

    @Override
    public void answer(Inputs x, float[] answer) {
        System.arraycopy(network.forward(x.of(view)), 0, answer, 0, network.outputs());
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
        network.learn(x.of(view), change ? label - x.lastValue() : label, weight);
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
