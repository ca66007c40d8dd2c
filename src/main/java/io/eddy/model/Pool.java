package io.eddy.model;

import io.eddy.feature.Inputs;
import io.eddy.model.Candidates.Candidate;
import io.eddy.network.Exponentials;
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
 * last answers were good. Of classes the loss is {@code -ln p}, of values the squared error beside that of the mixture itself.
 */
public final class Pool implements Model {
    private static final double SHARE = 0.005; // of all weight, goes round with each sample
    private static final double SURE = 1e-3; // no probability is taken for less than this, shared by all classes
    private static final double FADING = 0.99;
    private static final double EXACT = 1e-14; // a squared error of a float's last bits: less is no better
    private static final int NONE = -1;
    private static final int FIRST_VERSION_WITH_NAMES = 4;
    private static final int FIRST_VERSION_WITH_TRIALS = 6;
    private static final double HEAVIEST = 20; // no sample of that weight may decide alone
    private static final int TRIAL = 10_000; // samples until a challenger has shown what it is worth

    private final Task task;
    private final long seed;
    private final double pace; // of the mixture
    private List<Candidate> candidates;
    private long[] seeds; // [candidate]: of its initial weights, also of those yet to come
    private final List<Expert> experts = new ArrayList<>(); // candidates, two baselines, the challenger
    private int challenged = NONE; // the candidate that the challenger is made by
    private int trial; // samples that the challenger has learned from
    private long drifts;
    private int inputs;
    private int fanIn = 1;
    private Mixture mixture;
    private double[] likelihoods; // [expert], of the label
    private double squaredError = 1; // of the mixture, fading
    private float[][] answers; // [expert][outputs]
    private float[] answer;

    Pool(boolean weighted, Task task, long seed) {
        this.task = task;
        pace = weighted && task == Task.CLASSIFICATION ? 1 / HEAVIEST : 1;
        this.seed = seed;
        begin(Candidates.of(task));
        makeRoom(task == Task.REGRESSION ? 1 : 0);
    }

    private void begin(List<Candidate> networks) {
        candidates = networks;
        seeds = new long[candidates.size()];
        Arrays.fill(seeds, seed);
        experts.clear();
        candidates.forEach(candidate -> experts.add(candidate.newExpert(task, seed)));
        experts.add(new LabelExpert(task, false));
        experts.add(new LabelExpert(task, true));
        experts.add(new LabelExpert(task, false)); // until there is a drift to answer
        mixture = new Mixture(experts.size(), SHARE);
        likelihoods = new double[experts.size()];
    }

    private void makeRoom(int outputs) {
        answers = new float[experts.size()][outputs];
        answer = new float[outputs];
    }

    @Override
    public float[] answer(Inputs x) {
        Arrays.fill(answer, 0);
        double heard = 0;
        for (int e = 0; e < experts.size(); e++) {
            experts.get(e).answer(x, answers[e]);
            // one that has run away must not take the others along
            float weight = isFinite(answers[e]) ? heard(e) : 0;
            for (int j = 0; j < answer.length && weight > 0; j++) {
                answer[j] += weight * answers[e][j];
            }
            heard += weight;
        }
        if (task == Task.CLASSIFICATION) {
            normalise();
        } else if (heard > 0) {
            answer[0] /= (float) heard;
        }
        return answer;
    }

    /** Of values, who has no more than what goes round is not heard: one that is far off would draw the answer along. */
    private float heard(int expert) {
        double weight = mixture.weight(expert);
        return task == Task.REGRESSION && weight < SHARE ? 0 : (float) weight;
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
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
    public void grow(int wantedInputs, int aboutFanIn, int outputs) {
        inputs = wantedInputs;
        fanIn = aboutFanIn;
        int wanted = Math.max(outputs, answer.length);
        experts.forEach(expert -> expert.grow(inputs, fanIn, wanted));
        if (wanted > answer.length) {
            makeRoom(wanted);
        }
    }

    @Override
    public void learn(Inputs x, float label, float weight) {
        double least = SURE / answer.length;
        for (int e = 0; e < likelihoods.length; e++) {
            likelihoods[e] = task == Task.CLASSIFICATION
                    ? power(probability(answers[e][(int) label], least), pace * weight)
                    : Exponentials.exp(-squareLoss(answers[e], label));
        }
        mixture.update(likelihoods);
        if (task == Task.REGRESSION) {
            double error = answer[0] - label;
            squaredError = FADING * squaredError + (1 - FADING) * error * error;
        }
        for (int e = 0; e < experts.size(); e++) {
            experts.get(e).learn(x, label, weight);
        }
        if (challenged != NONE && ++trial == TRIAL) {
            decide();
        }
    }

    private static double probability(float given, double least) {
        double p = (1 - SURE) * given + least;
        return Double.isFinite(p) ? p : least;
    }

    private static double power(double base, double exponent) {
        return exponent == 1 ? base : Exponentials.exp(exponent * Exponentials.log(base));
    }

    private double squareLoss(float[] value, float label) {
        double error = value[0] - label;
        double loss = error * error / (2 * Math.max(EXACT, squaredError));
        return loss < 10 ? loss : 10;
    }

    /**
     * All weights are loosened, and the best network begins anew beside itself, as a challenger with fresh weights and rates.
     * After {@value #TRIAL} samples the better of the two stays and the other one goes, so that no drift makes the pool slower
     * for ever. If the next drift comes first, the challenger stays only if it is the best of all.
     */
    @Override
    public void drifted() {
        int best = mixture.best(candidates.size(), challenged == NONE ? 0 : challenger());
        if (best == challenger()) {
            best = challenged;
            promote();
        }
        mixture.loosen();
        drifts++;
        challenge(best);
    }

    private void promote() {
        experts.set(challenged, experts.get(challenger()));
        seeds[challenged] = seed + drifts;
        mixture.swap(challenged, challenger());
    }

    private void decide() {
        if (mixture.weight(challenger()) > mixture.weight(challenged)) {
            promote();
        }
        mixture.merge(challenged, challenger());
        challenged = NONE;
        seat(new LabelExpert(task, false));
    }

    private int challenger() {
        return experts.size() - 1;
    }

    private void challenge(int candidate) {
        challenged = candidate;
        trial = 0;
        seat(candidates.get(candidate).newExpert(task, seed + drifts));
        mixture.restart(challenger());
    }

    private void seat(Expert challenger) {
        challenger.grow(inputs, fanIn, answer.length);
        experts.set(challenger(), challenger);
    }

    @Override
    public Training training() {
        return experts.stream().map(Expert::training).reduce(Training.NONE, Training::plus);
    }

    @Override
    public double gradientNorm() {
        double squares = 0;
        for (Expert expert : experts) {
            double norm = expert.gradientNorm();
            squares += norm * norm;
        }
        return Math.sqrt(squares);
    }

    @Override
    public Map<String, Double> candidates() {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int e = 0; e < candidates.size(); e++) {
            weights.put(candidates.get(e).name(), mixture.weight(e));
        }
        weights.put(task == Task.CLASSIFICATION ? "majority" : "mean", mixture.weight(candidates.size()));
        weights.put("no-change", mixture.weight(candidates.size() + 1));
        weights.put("challenger", mixture.weight(challenger()));
        return weights;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(candidates.size());
        for (Candidate candidate : candidates) {
            out.writeUTF(candidate.name());
        }
        out.writeInt(answer.length);
        out.writeDouble(squaredError);
        out.writeInt(inputs);
        out.writeInt(fanIn);
        out.writeLong(drifts);
        for (long own : seeds) {
            out.writeLong(own);
        }
        out.writeInt(challenged);
        out.writeInt(trial);
        mixture.write(out);
        for (Expert expert : experts) {
            expert.write(out);
        }
    }

    @Override
    public void read(DataInput in, int version) throws IOException {
        begin(version < FIRST_VERSION_WITH_NAMES ? Candidates.unnamed(task) : readCandidates(in));
        makeRoom(in.readInt());
        squaredError = in.readDouble();
        inputs = in.readInt();
        fanIn = in.readInt();
        drifts = in.readLong();
        for (int e = 0; e < seeds.length; e++) {
            seeds[e] = in.readLong();
            experts.set(e, candidates.get(e).newExpert(task, seeds[e]));
        }
        challenged = in.readInt();
        int tried = version < FIRST_VERSION_WITH_TRIALS ? 0 : in.readInt();
        if (challenged != NONE) {
            challenge(challenged);
        }
        trial = tried;
        mixture.read(in);
        for (Expert expert : experts) {
            expert.read(in, version);
        }
    }

    private List<Candidate> readCandidates(DataInput in) throws IOException {
        List<Candidate> named = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            named.add(Candidates.named(task, in.readUTF()));
        }
        return List.copyOf(named);
    }
}
