package io.eddy.metrics;

/**
 * One of the last answers, for people: classes' names are cut, numbers are texts.
 *
 * @param timestamp of the sample, in milliseconds since 1970
 * @param learned labelled samples that the model had learned from
 * @param prediction null before anything was learned
 * @param probability of the predicted class; null for a number
 * @param label null where the sample had none
 * @param loss null without a prediction or a label
 */
public record RecentPrediction(
        int partition,
        long offset,
        long timestamp,
        long learned,
        String prediction,
        Double probability,
        String label,
        Double loss) {}
