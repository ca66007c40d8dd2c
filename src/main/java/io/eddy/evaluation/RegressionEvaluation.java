package io.eddy.evaluation;

import io.eddy.wire.Prediction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** MAE, RMSE and R2 beside two baselines: the last label again, or that of the key (no-change), and the mean of all labels so far. */
public final class RegressionEvaluation implements Evaluation {
    private final RegressionMeasures all = new RegressionMeasures();
    private final RegressionMeasures fading = new RegressionMeasures();
    private final RegressionWindow recent = new RegressionWindow();
    private long labels;
    private double labelMean;

    @Override
    public void measure(Prediction prediction, int labelClass, double last) {
        double label = prediction.labelValue();
        if (prediction.isAnswered()) {
            double error = prediction.predictedValue() - label;
            double noChangeError = last - label;
            double meanError = labelMean - label;
            all.add(error, noChangeError, meanError, label);
            fading.fade();
            fading.add(error, noChangeError, meanError, label);
            recent.add(error, noChangeError, meanError, label);
        }
        labels++;
        labelMean += (label - labelMean) / labels;
    }

    @Override
    public Figures figures(List<String> classNames) {
        return new Figures(
                all.metrics(), recent.measures().metrics(), fading.metrics(), all.baselines(), Confusion.NONE);
    }

    @Override
    public long measured() {
        return all.rows();
    }

    @Override
    public long correct() {
        return 0;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        all.write(out);
        fading.write(out);
        recent.write(out);
        out.writeLong(labels);
        out.writeDouble(labelMean);
    }

    @Override
    public double read(DataInput in, int version) throws IOException {
        if (version == 1) {
            all.readFirstScores(in);
        } else {
            all.read(in);
            fading.read(in);
            recent.read(in);
        }
        labels = in.readLong();
        double last = version < FIRST_VERSION_WITHOUT_LAST ? in.readDouble() : Double.NaN;
        labelMean = in.readDouble();
        if (version == 1) {
            all.readFirstSpread(in);
        }
        return last;
    }
}
