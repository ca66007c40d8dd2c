package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The measures of a classifier and its baselines over the same rows: all, the last ones, or all with fading weights. */
final class ClassificationMeasures {
    private final ClassificationScore model = new ClassificationScore();
    private final ClassificationScore noChange = new ClassificationScore();
    private final ClassificationScore majority = new ClassificationScore();
    private final FadingWeight weight = new FadingWeight();
    private double lossSum;
    private double lossRows;

    /** Takes in one row: three predicted classes, the true one, and the model's loss. */
    void add(int predicted, int last, int commonest, int actual, double loss) {
        model.add(predicted, actual, weight.value());
        noChange.add(last, actual, weight.value());
        majority.add(commonest, actual, weight.value());
        lossSum += weight.value() * loss;
        lossRows += weight.value();
    }

    /** All rows so far count for less from now on. */
    void fade() {
        if (weight.fade()) {
            model.scale(FadingWeight.RESCALE);
            noChange.scale(FadingWeight.RESCALE);
            majority.scale(FadingWeight.RESCALE);
            lossSum *= FadingWeight.RESCALE;
            lossRows *= FadingWeight.RESCALE;
        }
    }

    /** Rows so far, where they do not fade. */
    long rows() {
        return (long) model.rows();
    }

    /** How many of them the model was right about. */
    long right() {
        return (long) model.right();
    }

    Map<String, Double> metrics() {
        double accuracy = model.accuracy();
        double best = Math.max(noChange.accuracy(), majority.accuracy());
        return model.figures()
                .put("kappaNoChange", (accuracy - noChange.accuracy()) / (1 - noChange.accuracy()))
                .put("logLoss", lossSum / lossRows)
                .put("macroF1", model.macroF1())
                .put("skill", 1 - (1 - accuracy) / (1 - best))
                .build();
    }

    Map<String, Map<String, Double>> baselines() {
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        baselines.put("noChange", baseline(noChange));
        baselines.put("majority", baseline(majority));
        return baselines;
    }

    private static Map<String, Double> baseline(ClassificationScore score) {
        return score.figures().put("macroF1", score.macroF1()).build();
    }

    void write(DataOutput out) throws IOException {
        model.write(out);
        noChange.write(out);
        majority.write(out);
        weight.write(out);
        out.writeDouble(lossSum);
        out.writeDouble(lossRows);
    }

    void read(DataInput in) throws IOException {
        readScores(in, 2);
        weight.read(in);
        lossSum = in.readDouble();
        lossRows = in.readDouble();
    }

    /** What version 1 wrote of all rows; it knew no others with their classes. */
    void readFirstVersion(DataInput in) throws IOException {
        readScores(in, 1);
        FirstVersion.skipWindow(in);
        FirstVersion.skipWindow(in);
        lossSum = in.readDouble();
        lossRows = (double) in.readLong();
    }

    private void readScores(DataInput in, int version) throws IOException {
        model.read(in, version);
        noChange.read(in, version);
        majority.read(in, version);
    }
}
