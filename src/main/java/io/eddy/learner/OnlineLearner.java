package io.eddy.learner;

import io.eddy.evaluation.ClassWeights;
import io.eddy.evaluation.ClassificationEvaluation;
import io.eddy.evaluation.Evaluation;
import io.eddy.evaluation.Figures;
import io.eddy.evaluation.RegressionEvaluation;
import io.eddy.feature.ClassDictionary;
import io.eddy.feature.FeatureEncoder;
import io.eddy.feature.Inputs;
import io.eddy.feature.RunningStatistics;
import io.eddy.model.Model;
import io.eddy.model.SingleNetwork;
import io.eddy.model.Task;
import io.eddy.model.Training;
import io.eddy.wire.Prediction;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.RejectionCode;
import io.eddy.wire.Sample;
import io.eddy.wire.Sample.LabelKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The learner of one partition. For each sample {@link #predict}, which changes nothing, and if it has a label {@link
 * #learn} right after, which measures that prediction and then learns. Everything that shapes a later prediction or figure
 * is in here and in nothing else. Not thread safe.
 */
public final class OnlineLearner {
    private final LearnerSettings settings;
    private final LabelCheck labelCheck;

    // the model: all that survives a restart
    private Task task; // null until a label decides
    private long learned;
    private final FeatureEncoder features;
    private final ClassDictionary classes = new ClassDictionary();
    private final RunningStatistics labels = new RunningStatistics(); // of a regression
    private Model model; // null until the task is decided
    private Evaluation evaluation; // null until the task is decided
    private final DriftWatch drift = new DriftWatch();
    private final ClassWeights weights = new ClassWeights();
    private double lastLabel; // a value, or the number of a class; -1 before the first class
    private final SampleCounts counts = new SampleCounts();

    // of the sample at hand
    private final Inputs inputs = new Inputs();
    private final Prediction prediction = new Prediction();
    private boolean allKnown;
    private double noChange; // the last label of its key, or of the partition

    /** A learner that has learned nothing. */
    public OnlineLearner(LearnerSettings settings) {
        this.settings = settings;
        this.features = new FeatureEncoder(settings.features());
        this.labelCheck = new LabelCheck(settings, classes);
        settings.task().ifPresent(this::decide);
    }

    private void decide(Task decided) {
        task = decided;
        lastLabel = decided == Task.REGRESSION ? 0 : -1;
        model = settings.model().newModel(decided, settings.seed());
        evaluation = decided == Task.REGRESSION ? new RegressionEvaluation() : new ClassificationEvaluation();
    }

    /**
     * Answers a sample from what is known, and changes nothing.
     *
     * @return the answer with its loss where there is a label; the same object at each call
     * @throws RejectedSampleException if the label is not one that can be learned, or the answer would not be finite
     */
    public Prediction predict(Sample sample) throws RejectedSampleException {
        Task taskOfSample = task == null && sample.hasLabel() ? taskOf(sample.labelKind()) : task;
        boolean classification = taskOfSample != Task.REGRESSION;
        prediction.begin(classification, learned);
        int labelClass = labelCheck.check(sample, classification);
        if (learned > 0) {
            allKnown = encode(sample);
            float[] output = model.answer(inputs);
            requireFinite(output);
            if (classification) {
                prediction.answer(classes.names(), output);
            } else {
                prediction.answer(labels.mean() + labels.deviation() * output[0]);
            }
        }
        if (sample.hasLabel() && classification) {
            prediction.reveal(sample.labelText(), labelClass);
        } else if (sample.hasLabel()) {
            prediction.reveal(sample.labelNumber());
        }
        return prediction;
    }

    private void requireFinite(float[] output) throws RejectedSampleException {
        for (int j = 0; j < model.outputs(); j++) {
            if (!Float.isFinite(output[j])) {
                throw new RejectedSampleException(RejectionCode.NON_FINITE, "the prediction would be " + output[j]);
            }
        }
    }

    private boolean encode(Sample sample) {
        double ofKey = features.lastOfKey(sample);
        noChange = Double.isNaN(ofKey) ? lastLabel : ofKey;
        inputs.setLast((int) noChange, (float) labels.target(noChange));
        return features.encode(sample, inputs);
    }

    /** The task that a first label of this kind stands for. */
    private static Task taskOf(LabelKind kind) {
        return kind == LabelKind.NUMBER ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    /** Counts a sample that was only predicted. */
    public void skipLearning() {
        counts.countPredictedOnly();
    }

    /** Measures the prediction just made of this labelled sample, then learns from it. */
    public void learn(Sample sample) {
        if (task == null) {
            decide(taskOf(sample.labelKind()));
        }
        boolean classification = task == Task.CLASSIFICATION;
        int known = classes.size();
        int labelClass = classification ? classes.findOrAdd(sample.labelText()) : -1;
        evaluation.measure(prediction, labelClass, noChange);
        boolean drifted = drift.isDrift(prediction, task, labels.deviation(), learned + 1);
        if (!prediction.isAnswered() || !allKnown || classes.size() > known) {
            grow(sample);
        }
        model.learn(inputs, classification ? labelClass : target(sample.labelNumber()), weight(labelClass));
        if (drifted) {
            model.drifted();
        }
        features.learn(sample, classification);
        lastLabel = classification ? labelClass : sample.labelNumber();
        learned++;
        counts.countLearned();
    }

    /** Takes in what is new in the sample, and passes it forward again with all of it. */
    private void grow(Sample sample) {
        features.discover(sample);
        model.grow(features.inputs(), sample.size(), classes.size());
        encode(sample);
        model.answer(inputs);
    }

    private float weight(int labelClass) {
        if (!settings.balanced() || labelClass < 0) {
            return 1;
        }
        weights.add(labelClass);
        return (float) weights.weight(labelClass);
    }

    private float target(double label) {
        labels.add(label);
        return (float) labels.target(label);
    }

    /** Null until a label decides. */
    Task task() {
        return task;
    }

    /** A value, or the number of a class; for tests. */
    double lastLabel() {
        return lastLabel;
    }

    public LearnerSettings settings() {
        return settings;
    }

    /** What became of the partition's records; rejected ones and tombstones are counted by the caller. */
    public SampleCounts counts() {
        return counts;
    }

    /** Labelled samples learned from: the model's version. */
    public long learned() {
        return learned;
    }

    /** The detector that found a drift with the last sample learned from; empty if none did. */
    public String driftDetector() {
        return drift.latest(learned);
    }

    /** All that it has to say about itself. */
    public LearnerReport report() {
        Map<String, Long> deadLetters = new LinkedHashMap<>();
        counts.deadLettersByCode().forEach((code, count) -> deadLetters.put(code.name(), count));
        return new LearnerReport(
                task == null ? "undecided" : task == Task.REGRESSION ? "regression" : "classification",
                learned,
                counts.consumed(),
                counts.predictedOnly(),
                counts.tombstones(),
                deadLetters,
                features.features(),
                features.beyondBound(),
                classes.size(),
                model == null ? Training.NONE : model.training(),
                model == null ? Map.of() : model.candidates(),
                drift.counts(),
                evaluation == null ? 0 : evaluation.measured(),
                evaluation == null ? 0 : evaluation.correct(),
                evaluation == null ? Figures.NONE : evaluation.figures(classes.names()));
    }

    /** What it has seen since it was made or read. */
    public Activity activity() {
        return new Activity(
                features.valuesPresent(), features.valuesMissing(), model == null ? 0 : model.gradientNorm());
    }

    /** Writes the model: all but the counts. */
    void writeModel(DataOutput out) throws IOException {
        out.writeUTF(task == null ? "" : task.name());
        out.writeLong(learned);
        features.write(out);
        classes.write(out);
        labels.write(out);
        if (task != null) {
            out.writeDouble(lastLabel);
            drift.write(out);
            weights.write(out);
            model.write(out);
            evaluation.write(out);
        }
    }

    /**
     * Reads what {@link #writeModel} wrote into a new learner with the same settings.
     *
     * @param version of the format
     */
    void readModel(DataInput in, int version) throws IOException {
        String stored = in.readUTF();
        boolean decided = !stored.isEmpty();
        if (decided) {
            decide(Task.valueOf(stored));
        }
        learned = in.readLong();
        long refused = version == 1 ? in.readLong() : 0;
        features.read(in, version);
        classes.read(in);
        labels.read(in, version);
        if (decided && version == 1) {
            ((SingleNetwork) model).readFirstVersion(refused, in);
        } else if (decided) {
            if (version < Evaluation.FIRST_VERSION_WITHOUT_LAST) {
                in.readInt(); // the last class: its evaluation has it, too
            }
            lastLabel = in.readDouble();
            drift.read(in);
            weights.read(in);
            model.read(in, version);
        }
        if (decided) {
            double last = evaluation.read(in, version);
            lastLabel = version < Evaluation.FIRST_VERSION_WITHOUT_LAST ? last : lastLabel;
        }
    }
}
