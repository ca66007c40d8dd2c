package io.eddy.model;

import io.eddy.feature.Inputs;
import io.eddy.feature.View;
import io.eddy.network.SparseVector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A network among candidates; it sees the features, or the last labels too, and answers the value or its change. The
 * wider it is, the fewer inputs it sees, the first ones: with thousands of categories the pool must not become too large to be
 * written with each commit.
 */
final class NetworkExpert implements Expert {
    private static final int MOST_WEIGHTS = 1 << 16; // of the first layer

    private final View view;
    private final boolean change;
    private final int mostInputs;
    private final TrainedNetwork network;
    private final SparseVector head = new SparseVector(); // where there are more inputs than it sees

    /**
     * @param change whether it answers by how much the value differs from the last one; of a regression only
     */
    NetworkExpert(NetworkSettings settings, boolean change, Task task, long seed) {
        view = settings.view();
        this.change = change;
        mostInputs = settings.hidden().isEmpty()
                ? Integer.MAX_VALUE
                : MOST_WEIGHTS / settings.hidden().get(0);
        network = new TrainedNetwork(settings, task, seed);
    }

    @Override
    public void answer(Inputs x, float[] answer) {
        System.arraycopy(network.forward(seen(x)), 0, answer, 0, network.outputs());
        if (change) {
            answer[0] += x.lastValue();
        }
    }

    private SparseVector seen(Inputs x) {
        SparseVector all = x.of(view);
        if (all.isBelow(mostInputs)) {
            return all;
        }
        head.copyHead(all, mostInputs);
        return head;
    }

    @Override
    public void grow(int inputs, int fanIn, int outputs) {
        network.grow(Math.min(inputs, mostInputs), fanIn, outputs);
    }

    @Override
    public void learn(Inputs x, float label, float weight) {
        network.learn(seen(x), change ? label - x.lastValue() : label, weight);
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
    public void write(DataOutput out) throws IOException {
        network.write(out);
    }

    @Override
    public void read(DataInput in, int version) throws IOException {
        network.read(in, version);
    }
}
