package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The measures of a regression and its baselines over the same rows: all, the last ones, or all with fading weights. */
final class RegressionMeasures {
    private final RegressionScore model = new RegressionScore();
    private final RegressionScore noChange = new RegressionScore();
    private final RegressionScore mean = new RegressionScore();
    private final FadingWeight weight = new FadingWeight();
    private double labels; // sum of their weights
    private double labelMean;
    private double labelSquares; // weighted sum of (label - labelMean)^2

    /** Takes in one row: the errors of three predictors, and the label. */
    void add(double error, double noChangeError, double meanError, double label) {
        double w = weight.value();
        model.add(error, w);
        noChange.add(noChangeError, w);
        mean.add(meanError, w);
        labels += w;
        double before = label - labelMean;
        labelMean += before * w / labels;
        labelSquares += w * (before * (label - labelMean));
    }

    /** All rows so far count for less from now on. */
    void fade() {
        if (weight.fade()) {
            model.scale(FadingWeight.RESCALE);
            noChange.scale(FadingWeight.RESCALE);
            mean.scale(FadingWeight.RESCALE);
            labels *= FadingWeight.RESCALE;
            labelSquares *= FadingWeight.RESCALE;
        }
    }

    /** Rows so far, where they do not fade. */
    long rows() {
        return (long) model.rows();
    }

    Map<String, Double> metrics() {
        double best = Math.min(noChange.meanSquare(), mean.meanSquare());
        return model.figures(labelSquares)
                .put("skill", 1 - model.meanSquare() / best)
                .build();
    }

    Map<String, Map<String, Double>> baselines() {
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        baselines.put("noChange", noChange.figures(labelSquares).build());
        baselines.put("mean", mean.figures(labelSquares).build());
        return baselines;
    }

    void write(DataOutput out) throws IOException {
        model.write(out);
        noChange.write(out);
        mean.write(out);
        weight.write(out);
        out.writeDouble(labels);
        out.writeDouble(labelMean);
        out.writeDouble(labelSquares);
    }

    void read(DataInput in) throws IOException {
        readScores(in, 2);
        weight.read(in);
        labels = in.readDouble();
        labelMean = in.readDouble();
        labelSquares = in.readDouble();
    }

    /** The scores of all rows as version 1 wrote them, and what followed them. */
    void readFirstScores(DataInput in) throws IOException {
        readScores(in, 1);
        FirstVersion.skipWindow(in);
    }

    /** The labels' spread as version 1 wrote it. */
    void readFirstSpread(DataInput in) throws IOException {
        labels = (double) in.readLong();
        labelMean = in.readDouble();
        labelSquares = in.readDouble();
    }

    private void readScores(DataInput in, int version) throws IOException {
        model.read(in, version);
        noChange.read(in, version);
        mean.read(in, version);
    }
}
