package io.eddy.learner;

import io.eddy.feature.FeatureSettings;
import io.eddy.model.ModelSettings;
import io.eddy.model.Task;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that an {@link OnlineLearner} is told.
 *
 * @param label the label's field
 * @param task empty: the loss or the first label decides
 * @param features how fields become inputs
 * @param balanced whether a rare class's samples weigh more
 * @param seed of the initial weights
 * @param mostClasses classes that a model may have
 */
public record LearnerSettings(
        String label,
        Optional<Task> task,
        ModelSettings model,
        FeatureSettings features,
        boolean balanced,
        long seed,
        int mostClasses) {
    public LearnerSettings {
        Optional<Task> only = model.task();
        if (task.isPresent() && only.isPresent() && !task.equals(only)) {
            throw new IllegalArgumentException(model + " does not fit " + task.get());
        }
        task = task.or(model::task);
    }

    /** The same with another seed. */
    public LearnerSettings withSeed(long other) {
        return new LearnerSettings(label, task, model, features, balanced, other, mostClasses);
    }

    /**
     * What a stored model can't change any more, by configuration key. The learning rate is not among it, nor is the task
     * where it is left to the first label.
     */
    Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("eddy.label", label);
        model.identify(identity);
        identity.putAll(features.identity());
        identity.put("eddy.class.weights", balanced ? "balanced" : "none");
        identity.put("eddy.seed", Long.toString(seed));
        identity.put("eddy.classes.max", Integer.toString(mostClasses));
        return identity;
    }
}
