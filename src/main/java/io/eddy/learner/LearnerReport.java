package io.eddy.learner;

import io.eddy.evaluation.Figures;
import io.eddy.model.Training;
import java.util.Map;

/**
 * What a learner has to say about itself at one moment.
 *
 * @param task {@code classification}, {@code regression}, or {@code undecided}
 * @param learned labelled samples learned from: the model's version
 * @param consumed records taken from the partition
 * @param predictedOnly samples without a label
 * @param tombstones records without a value, and those that say that a row was deleted
 * @param deadLetters rejected samples by code
 * @param features inputs of the samples' fields: numbers, categories and what else they become
 * @param beyondBound values in labelled samples that found no input of their own
 * @param classes known; 0 for a regression
 * @param candidates how much each candidate of a pool counts, by name
 * @param drifts how often the answers became worse, by detector
 * @param measured answers compared with their label
 * @param correct how many of these were right; 0 for a regression
 */
public record LearnerReport(
        String task,
        long learned,
        long consumed,
        long predictedOnly,
        long tombstones,
        Map<String, Long> deadLetters,
        int features,
        long beyondBound,
        int classes,
        Training training,
        Map<String, Double> candidates,
        Map<String, Long> drifts,
        long measured,
        long correct,
        Figures figures) {
    /** Rejected samples, all codes. */
    public long deadLettered() {
        return deadLetters.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Samples answered with a prediction. */
    public long answered() {
        return learned + predictedOnly;
    }

    /** Whether every record consumed is accounted for, once. */
    public boolean isBalanced() {
        return consumed == learned + predictedOnly + deadLettered() + tombstones;
    }
}
