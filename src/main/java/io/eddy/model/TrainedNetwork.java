package io.eddy.model;

import io.eddy.network.Batch;
import io.eddy.network.Network;
import io.eddy.network.Objective;
import io.eddy.network.Scratch;
import io.eddy.network.SparseVector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A network with all that its training needs: the rows that wait for their batch, and what was left out. */
final class TrainedNetwork {
    private final NetworkSettings settings;
    private final Network network;
    private final Batch batch = new Batch();
    private long updatesRefused;
    private long relaxationIterations;
    private long unsettled;
    private Scratch one;
    private Scratch many; // of a batch; null where each sample is its own

    TrainedNetwork(NetworkSettings settings, Task task, long seed) {
        this.settings = settings;
        network = new Network(settings.shape(task), settings.rule(), task == Task.REGRESSION ? 1 : 0, seed);
        makeScratch();
    }

    private void makeScratch() {
        one = network.newScratch(1);
        many = settings.batchSize() > 1 ? network.newScratch(settings.batchSize()) : null;
    }

    /** The outputs for a sample, and changes nothing; the same array at each call. */
    float[] forward(SparseVector x) {
        one.load(x);
        network.forward(one);
        return one.output();
    }

    int outputs() {
        return network.outputs();
    }

    Objective objective() {
        return network.shape().objective();
    }

    /**
     * Makes room for inputs and outputs.
     *
     * @param fanIn how many inputs a sample has, about
     */
    void grow(int inputs, int fanIn, int outputs) {
        network.growInputs(inputs, fanIn);
        if (outputs > network.outputs()) {
            network.growOutputs(outputs);
            makeScratch();
        }
    }

    /**
     * Learns from a sample, right after {@link #forward} of it; a batch is learned from when it is complete.
     *
     * @param label the number of a class, or a value
     * @param weight of its loss
     */
    void learn(SparseVector x, float label, float weight) {
        if (many == null && batch.size() == 0) {
            one.aim(label, weight);
            update(one, 1);
            return;
        }
        batch.add(x, label, weight);
        if (batch.size() >= settings.batchSize()) {
            int rows = batch.size();
            Scratch scratch = many != null && rows == settings.batchSize() ? many : network.newScratch(rows);
            batch.moveTo(scratch);
            network.forward(scratch);
            update(scratch, rows);
        }
    }

    private void update(Scratch scratch, int rows) {
        int usable = network.backward(scratch);
        if (usable > 0) {
            network.update(scratch);
        }
        relaxationIterations += scratch.iterations();
        unsettled += scratch.unsettled();
        updatesRefused += rows - usable - scratch.unsettled();
    }

    Training training() {
        return new Training(
                network.parameters(),
                network.rate(),
                network.weightNorm(),
                updatesRefused,
                batch.size(),
                relaxationIterations,
                unsettled);
    }

    /** Euclidean, of the first update after the last call; 0 before the first. */
    double gradientNorm() {
        return network.gradientNorm();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(updatesRefused);
        out.writeLong(relaxationIterations);
        out.writeLong(unsettled);
        network.write(out);
        batch.write(out);
    }

    void read(DataInput in, int version) throws IOException {
        updatesRefused = in.readLong();
        relaxationIterations = in.readLong();
        unsettled = in.readLong();
        network.read(in, version);
        batch.read(in);
        makeScratch();
    }

    /** Reads a network as version 1 of the format has it. */
    void readFirstVersion(long refused, DataInput in) throws IOException {
        updatesRefused = refused;
        network.read(in, 1);
        makeScratch();
    }
}
