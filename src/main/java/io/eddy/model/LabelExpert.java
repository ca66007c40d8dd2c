package io.eddy.model;

import io.eddy.feature.Inputs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A candidate that looks at no feature. Of classes: how often each one came, and if {@code lastLabel} how often one came again
 * at once. Of values: the last one, or the mean.
 */
final class LabelExpert implements Expert {
    private final Task task;
    private final boolean lastLabel;
    private double[] counts = new double[0]; // [classes], weighted
    private double repeated;
    private double followed;

    LabelExpert(Task task, boolean lastLabel) {
        this.task = task;
        this.lastLabel = lastLabel;
    }

    @Override
    public void answer(Inputs x, float[] answer) {
        if (task == Task.REGRESSION) {
            answer[0] = lastLabel ? x.lastValue() : 0;
            return;
        }
        double all = counts.length;
        for (double count : counts) {
            all += count;
        }
        int last = lastLabel ? x.lastClass() : -1;
        double again = (repeated + 1.0) / (followed + 2.0);
        double others = last < 0 ? 1 : 1 - (counts[last] + 1) / all;
        for (int c = 0; c < counts.length; c++) {
            double often = (counts[c] + 1) / all;
            answer[c] = (float) (last < 0 || others == 0 ? often : c == last ? again : (1 - again) * often / others);
        }
    }

    @Override
    public void grow(int inputs, int fanIn, int outputs) {
        counts = Arrays.copyOf(counts, task == Task.REGRESSION ? 0 : outputs);
    }

    @Override
    public void learn(Inputs x, float label, float weight) {
        if (task == Task.CLASSIFICATION) {
            counts[(int) label] += weight;
            followed += x.lastClass() >= 0 ? weight : 0;
            repeated += x.lastClass() == (int) label ? weight : 0;
        }
    }

    @Override
    public Training training() {
        return Training.NONE;
    }

    @Override
    public double gradientNorm() {
        return 0;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(repeated);
        out.writeDouble(followed);
        out.writeInt(counts.length);
        for (double count : counts) {
            out.writeDouble(count);
        }
    }

    @Override
    public void read(DataInput in, int version) throws IOException {
        repeated = in.readDouble();
        followed = in.readDouble();
        counts = new double[in.readInt()];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = in.readDouble();
        }
    }
}
