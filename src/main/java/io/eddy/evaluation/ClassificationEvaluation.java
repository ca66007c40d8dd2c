package io.eddy.evaluation;

import io.eddy.wire.Prediction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Accuracy and its relatives beside two baselines: the last label again, or that of the key (no-change), and the commonest one so far. */
public final class ClassificationEvaluation implements Evaluation {
    private final ClassificationMeasures all = new ClassificationMeasures();
    private final ClassificationMeasures fading = new ClassificationMeasures();
    private final ClassificationWindow recent = new ClassificationWindow();
    private final ConfusionCounts confusion = new ConfusionCounts();
    private long[] frequency = {}; // [class]

    @Override
    public void measure(Prediction prediction, int labelClass, double last) {
        if (prediction.isAnswered()) {
            int predicted = prediction.predictedClass();
            int again = (int) last;
            int commonest = commonest();
            all.add(predicted, again, commonest, labelClass, prediction.loss());
            fading.fade();
            fading.add(predicted, again, commonest, labelClass, prediction.loss());
            recent.add(predicted, again, commonest, labelClass, prediction.loss());
            confusion.add(predicted, labelClass);
        }
        if (labelClass >= frequency.length) {
            frequency = Arrays.copyOf(frequency, labelClass + 1);
        }
        frequency[labelClass]++;
    }

    private int commonest() {
        int best = 0;
        for (int c = 1; c < frequency.length; c++) {
            best = frequency[c] > frequency[best] ? c : best;
        }
        return best;
    }

    @Override
    public Figures figures(List<String> classNames) {
        return new Figures(
                all.metrics(),
                recent.measures().metrics(),
                fading.metrics(),
                all.baselines(),
                confusion.named(classNames));
    }

    @Override
    public long measured() {
        return all.rows();
    }

    @Override
    public long correct() {
        return all.right();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        all.write(out);
        fading.write(out);
        recent.write(out);
        confusion.write(out);
        out.writeInt(frequency.length);
        for (long f : frequency) {
            out.writeLong(f);
        }
    }

    @Override
    public double read(DataInput in, int version) throws IOException {
        if (version == 1) {
            all.readFirstVersion(in);
        } else {
            all.read(in);
            fading.read(in);
            recent.read(in);
            confusion.read(in);
        }
        double last = version < FIRST_VERSION_WITHOUT_LAST ? in.readInt() : Double.NaN;
        frequency = new long[in.readInt()];
        for (int c = 0; c < frequency.length; c++) {
            frequency[c] = in.readLong();
        }
        return last;
    }
}
