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
import java.util.Map;

/** Two detectors on the losses of the answers; what they say is counted, and known until the next label is learned. */
final class DriftWatch {
    /** An error of so many deviations of the label counts as a loss of 1. */
    private static final double WORST = 4;

    private final Map<String, DriftDetector> detectors = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private String latest = ""; // which one found the last drift
    private long at = -1; // how much had been learned then

    DriftWatch() {
        detectors.put("adwin", new Adwin());
        // without the fading of others' defaults, which raises false alarms on long streams
        detectors.put("page-hinkley", new PageHinkley(30, 0.02, 50, 1));
        detectors.keySet().forEach(name -> counts.put(name, 0L));
    }

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
        double loss = task == Task.REGRESSION ? distance(answer, deviation) : 1 - StrictMath.exp(-answer.loss());
        boolean found = false;
        for (Map.Entry<String, DriftDetector> entry : detectors.entrySet()) {
            if (entry.getValue().add(loss) && entry.getValue().isUpward()) {
                found = true;
                latest = entry.getKey();
                at = learned;
                counts.merge(latest, 1L, Long::sum);
            }
        }
        if (found) {
            // what came before the drift would raise the same alarm again
            detectors.values().forEach(DriftDetector::reset);
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
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(latest);
        out.writeLong(at);
        for (Map.Entry<String, DriftDetector> entry : detectors.entrySet()) {
            out.writeLong(counts.get(entry.getKey()));
            entry.getValue().write(out);
        }
    }

    void read(DataInput in) throws IOException {
        latest = in.readUTF();
        at = in.readLong();
        for (Map.Entry<String, DriftDetector> entry : detectors.entrySet()) {
            counts.put(entry.getKey(), in.readLong());
            entry.getValue().read(in);
        }
    }
}
