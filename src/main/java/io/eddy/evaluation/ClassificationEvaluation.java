package io.eddy.evaluation;

import io.eddy.wire.Prediction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Accuracy and its relatives beside two baselines: the last label again (no-change), and the commonest one so far. */
public final class ClassificationEvaluation implements Evaluation {
    private final ClassificationScore model = new ClassificationScore();
    private final ClassificationScore noChange = new ClassificationScore();
    private final ClassificationScore majority = new ClassificationScore();
    private final Window recentRight = new Window();
    private final Window recentLoss = new Window();
    private double lossSum;
    private long lossRows;
    private int lastClass = -1;
    private long[] frequency = {}; // [class]

    @Override
    public void measure(Prediction prediction, int labelClass) {
        if (prediction.isAnswered()) {
            model.add(prediction.predictedClass(), labelClass);
            noChange.add(lastClass, labelClass);
            majority.add(commonest(), labelClass);
            recentRight.add(prediction.predictedClass() == labelClass ? 1 : 0);
            recentLoss.add((float) prediction.loss());
            lossSum += prediction.loss();
            lossRows++;
        }
        if (labelClass >= frequency.length) {
            frequency = Arrays.copyOf(frequency, labelClass + 1);
        }
        frequency[labelClass]++;
        lastClass = labelClass;
    }

    private int commonest() {
        int best = 0;
        for (int c = 1; c < frequency.length; c++) {
            best = frequency[c] > frequency[best] ? c : best;
        }
        return best;
    }

    @Override
    public Figures figures() {
        Map<String, Double> all = score(model)
                .put("kappaNoChange", (model.accuracy() - noChange.accuracy()) / (1 - noChange.accuracy()))
                .put("logLoss", lossSum / lossRows)
                .build();
        Map<String, Double> recent = new Figures.Builder()
                .put("accuracy", recentRight.mean())
                .put("logLoss", recentLoss.mean())
                .build();
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        baselines.put("noChange", score(noChange).build());
        baselines.put("majority", score(majority).build());
        return new Figures(all, recent, baselines);
    }

    private static Figures.Builder score(ClassificationScore score) {
        return new Figures.Builder()
                .put("accuracy", score.accuracy())
                .put("balancedAccuracy", score.balancedAccuracy())
                .put("kappa", score.kappa());
    }

    @Override
    public void write(DataOutput out) throws IOException {
        model.write(out);
        noChange.write(out);
        majority.write(out);
        recentRight.write(out);
        recentLoss.write(out);
        out.writeDouble(lossSum);
        out.writeLong(lossRows);
        out.writeInt(lastClass);
        out.writeInt(frequency.length);
        for (long f : frequency) {
            out.writeLong(f);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        model.read(in);
        noChange.read(in);
        majority.read(in);
        recentRight.read(in);
        recentLoss.read(in);
        lossSum = in.readDouble();
        lossRows = in.readLong();
        lastClass = in.readInt();
        frequency = new long[in.readInt()];
        for (int c = 0; c < frequency.length; c++) {
            frequency[c] = in.readLong();
        }
    }
}
