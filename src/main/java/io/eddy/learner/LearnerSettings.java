package io.eddy.learner;

import io.eddy.feature.Scaling;
import io.eddy.network.Activation;
import io.eddy.network.NetworkShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that an {@link OnlineLearner} is told.
 *
 * @param label the label's field
 * @param task empty: the first label decides
 * @param hidden units of each hidden layer
 * @param loss must fit the task; cross-entropy and Huber's decide it
 * @param learningRate of gradient descent
 * @param seed of the initial weights
 * @param mostFeatures features with an input of their own
 * @param mostClasses classes that a model may have
 */
public record LearnerSettings(
        String label,
        Optional<Task> task,
        List<Integer> hidden,
        Activation activation,
        LossChoice loss,
        float learningRate,
        Scaling scaling,
        long seed,
        int mostFeatures,
        int mostClasses) {
    public LearnerSettings {
        hidden = List.copyOf(hidden);
        if (task.isPresent() && !loss.fits(task.get())) {
            throw new IllegalArgumentException(loss + " does not fit " + task.get());
        }
        if (loss == LossChoice.CROSS_ENTROPY || loss == LossChoice.HUBER) {
            task = Optional.of(loss == LossChoice.HUBER ? Task.REGRESSION : Task.CLASSIFICATION);
        }
    }

    /** The same with another seed. */
    public LearnerSettings withSeed(long other) {
        return new LearnerSettings(
                label, task, hidden, activation, loss, learningRate, scaling, other, mostFeatures, mostClasses);
    }

    NetworkShape shape(Task decided) {
        return new NetworkShape(hidden, activation, loss.objective(decided));
    }

    /**
     * What a stored model can't change any more, by configuration key. The learning rate is not among it, nor is the task
     * where it is left to the first label.
     */
    Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("eddy.label", label);
        identity.put("eddy.network.hidden", hidden.toString());
        identity.put("eddy.network.activation", activation.name());
        identity.put("eddy.loss", loss.name());
        identity.put("eddy.scaling", scaling.name());
        identity.put("eddy.seed", Long.toString(seed));
        identity.put("eddy.features.max", Integer.toString(mostFeatures));
        identity.put("eddy.classes.max", Integer.toString(mostClasses));
        return identity;
    }
}
