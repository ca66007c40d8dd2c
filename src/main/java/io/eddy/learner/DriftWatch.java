package io.eddy.learner;

import io.eddy.evaluation.Adwin;
import io.eddy.evaluation.DriftDetector;
import io.eddy.evaluation.PageHinkley;
import io.eddy.model.Task;
import io.eddy.wire.Prediction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two detectors on the losses of the answers; what they say is counted, and known until the next label is learned. */
final class DriftWatch {
    /** An error of so many deviations of the label counts as a loss of 1. */
    private static final double WORST = 4;

    private static final List<String> NAMES = List.of("adwin", "page-hinkley");

    private final DriftDetector[] detectors = {
        new Adwin(),
        // without the fading of others' defaults, which raises false alarms on long streams
        new PageHinkley(30, 0.02, 50, 1)
    };
    private final long[] counts = new long[NAMES.size()];
    private String latest = ""; // which one found the last drift
    private long at = -1; // how much had been learned then

    /**
     * Takes in an answer beside its label.
     *
     * @param deviation of the labels of a regression
     * @param learned samples, this one included
     * @return whether the answers have become worse
     */
    boolean isDrift(Prediction answer, Task task, double deviation, long learned) {
        if (!answer.isAnswered()) {
            return false;
        }
        double loss = task == Task.REGRESSION ? distance(answer, deviation) : 1 - answer.labelProbability();
        boolean found = false;
        for (int d = 0; d < detectors.length; d++) {
            if (detectors[d].add(loss) && detectors[d].isUpward()) {
                found = true;
                latest = NAMES.get(d);
                at = learned;
                counts[d]++;
            }
        }
        if (found) {
            // what came before the drift would raise the same alarm again
            for (DriftDetector detector : detectors) {
                detector.reset();
            }
        }
        return found;
    }

    private static double distance(Prediction answer, double deviation) {
        double error = Math.abs(answer.predictedValue() - answer.labelValue());
        return deviation > 0 ? Math.min(1, error / (WORST * deviation)) : 0;
    }

    /** The detector that found a drift with the last sample learned from; empty if none did. */
    String latest(long learned) {
        return at == learned ? latest : "";
    }

    /** Detections, by detector. */
    Map<String, Long> counts() {
        Map<String, Long> byName = new LinkedHashMap<>();
        for (int d = 0; d < counts.length; d++) {
            byName.put(NAMES.get(d), counts[d]);
        }
        return Collections.unmodifiableMap(byName);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(latest);
        out.writeLong(at);
        for (int d = 0; d < detectors.length; d++) {
            out.writeLong(counts[d]);
            detectors[d].write(out);
        }
    }

    void read(DataInput in) throws IOException {
        latest = in.readUTF();
        at = in.readLong();
        for (int d = 0; d < detectors.length; d++) {
            counts[d] = in.readLong();
            detectors[d].read(in);
        }
    }
}
