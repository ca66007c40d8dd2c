package io.eddy.model;

import io.eddy.feature.Inputs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Candidates that all learn from every sample, and baselines beside them; the answer is their mixture, each as weighty as its
 * last answers were good. Of classes the loss is {@code -ln p}, under which the mixture is at most {@code ln(experts)} behind
 * the best of them in sum (Vovk 1990); of values it is the squared error beside that of the mixture itself.
 */
public final class Pool implements Model {
    private static final double SHARE_OF_CLASSES = 0.005;
    private static final double SHARE_OF_VALUES = 0.005;
    private static final double SURE = 1e-3; // no probability is taken for less than this, shared by all classes
    private static final double FADING = 0.99;

    private final Task task;
    private final List<String> names;
    private final List<Expert> experts;
    private final Mixture mixture;
    private final double[] losses; // [expert]
    private double squaredError = 1; // of the mixture, fading
    private float[][] answers; // [expert][outputs]
    private float[] answer;

    Pool(Task task, long seed) {
        this.task = task;
        Map<String, Expert> all = Candidates.of(task, seed);
        names = List.copyOf(all.keySet());
        experts = new ArrayList<>(all.values());
        mixture = new Mixture(experts.size(), task == Task.CLASSIFICATION ? SHARE_OF_CLASSES : SHARE_OF_VALUES);
        losses = new double[experts.size()];
        makeRoom(task == Task.REGRESSION ? 1 : 0);
    }

    private void makeRoom(int outputs) {
        answers = new float[experts.size()][outputs];
        answer = new float[outputs];
    }

    @Override
    public float[] answer(Inputs x) {
        Arrays.fill(answer, 0);
        for (int e = 0; e < experts.size(); e++) {
            experts.get(e).answer(x, answers[e]);
            float weight = (float) mixture.weight(e);
            for (int j = 0; j < answer.length; j++) {
                answer[j] += weight * answers[e][j];
            }
        }
        if (task == Task.CLASSIFICATION) {
            normalise();
        }
        return answer;
    }

    /** Rounding must not make a probability of more than 1. */
    private void normalise() {
        float sum = 0;
        for (float p : answer) {
            sum += p;
        }
        for (int j = 0; j < answer.length; j++) {
            answer[j] = Math.min(1, answer[j] / sum);
        }
    }

    @Override
    public int outputs() {
        return answer.length;
    }

    @Override
    public void grow(int inputs, int fanIn, int outputs) {
        int wanted = Math.max(outputs, answer.length);
        experts.forEach(expert -> expert.grow(inputs, fanIn, wanted));
        if (wanted > answer.length) {
            makeRoom(wanted);
        }
    }

    @Override
    public void learn(Inputs x, float label, float weight) {
        for (int e = 0; e < losses.length; e++) {
            losses[e] = weight
                    * (task == Task.CLASSIFICATION ? logLoss(answers[e], (int) label) : squareLoss(answers[e], label));
        }
        mixture.update(losses);
        double error = answer[0] - label;
        squaredError = FADING * squaredError + (1 - FADING) * error * error;
        experts.forEach(expert -> expert.learn(x, label, weight));
    }

    private static double logLoss(float[] probabilities, int labelClass) {
        double p = (1 - SURE) * probabilities[labelClass] + SURE / probabilities.length;
        return Double.isFinite(p) ? -StrictMath.log(p) : -StrictMath.log(SURE / probabilities.length);
    }

    private double squareLoss(float[] value, float label) {
        double error = value[0] - label;
        double loss = error * error / (2 * Math.max(1e-8, squaredError));
        return loss < 10 ? loss : 10;
    }

    @Override
    public void drifted() {
        mixture.loosen();
    }

    @Override
    public Training training() {
        return experts.stream().map(Expert::training).reduce(Training.NONE, Training::plus);
    }

    @Override
    public Map<String, Double> candidates() {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int e = 0; e < names.size(); e++) {
            weights.put(names.get(e), mixture.weight(e));
        }
        return weights;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(answer.length);
        out.writeDouble(squaredError);
        mixture.write(out);
        for (Expert expert : experts) {
            expert.write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        makeRoom(in.readInt());
        squaredError = in.readDouble();
        mixture.read(in);
        for (Expert expert : experts) {
            expert.read(in);
        }
    }
}
