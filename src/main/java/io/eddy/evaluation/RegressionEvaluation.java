package io.eddy.evaluation;

import io.eddy.wire.Prediction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** MAE, RMSE and R2 beside two baselines: the last label again (no-change), and the mean of all labels so far. */
public final class RegressionEvaluation implements Evaluation {
    private final RegressionScore model = new RegressionScore();
    private final RegressionScore noChange = new RegressionScore();
    private final RegressionScore mean = new RegressionScore();
    private final Window recentAbsolute = new Window();
    private long labels;
    private double lastLabel;
    private double labelMean;
    private long measured;
    private double measuredMean;
    private double measuredSquares; // sum of (label - measuredMean)^2

    @Override
    public void measure(Prediction prediction, int labelClass) {
        double label = prediction.labelValue();
        if (prediction.isAnswered()) {
            model.add(prediction.predictedValue(), label);
            noChange.add(lastLabel, label);
            mean.add(labelMean, label);
            recentAbsolute.add((float) Math.abs(prediction.predictedValue() - label));
            measured++;
            double before = label - measuredMean;
            measuredMean += before / measured;
            measuredSquares += before * (label - measuredMean);
        }
        labels++;
        labelMean += (label - labelMean) / labels;
        lastLabel = label;
    }

    @Override
    public Figures figures() {
        Map<String, Double> recent = new Figures.Builder()
                .put("mae", recentAbsolute.mean())
                .put("rmse", recentAbsolute.rootMeanSquare())
                .build();
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        baselines.put("noChange", noChange.figures(measuredSquares).build());
        baselines.put("mean", mean.figures(measuredSquares).build());
        return new Figures(model.figures(measuredSquares).build(), recent, baselines);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        model.write(out);
        noChange.write(out);
        mean.write(out);
        recentAbsolute.write(out);
        out.writeLong(labels);
        out.writeDouble(lastLabel);
        out.writeDouble(labelMean);
        out.writeLong(measured);
        out.writeDouble(measuredMean);
        out.writeDouble(measuredSquares);
    }

    @Override
    public void read(DataInput in) throws IOException {
        model.read(in);
        noChange.read(in);
        mean.read(in);
        recentAbsolute.read(in);
        labels = in.readLong();
        lastLabel = in.readDouble();
        labelMean = in.readDouble();
        measured = in.readLong();
        measuredMean = in.readDouble();
        measuredSquares = in.readDouble();
    }
}
