package io.eddy.model;

import io.eddy.network.Objective;
import java.util.Optional;

/** What the network is trained by, as it is configured; what it comes to depends on the task. */
public enum LossChoice {
    /** Cross-entropy for classes, Huber's for numbers. */
    AUTO,
    CROSS_ENTROPY,
    LOGISTIC,
    SQUARED,
    HUBER;

    /** The only task that has this loss, if there is only one. */
    Optional<Task> task() {
        return switch (this) {
            case AUTO, SQUARED -> Optional.empty();
            case CROSS_ENTROPY, LOGISTIC -> Optional.of(Task.CLASSIFICATION);
            case HUBER -> Optional.of(Task.REGRESSION);
        };
    }

    /** Whether the task has this loss. */
    public boolean fits(Task task) {
        return task().isEmpty() || task().get() == task;
    }

    Objective objective(Task task) {
        return switch (this) {
            case AUTO -> task == Task.CLASSIFICATION ? Objective.SOFTMAX_CROSS_ENTROPY : Objective.IDENTITY_HUBER;
            case CROSS_ENTROPY -> Objective.SOFTMAX_CROSS_ENTROPY;
            case LOGISTIC -> Objective.SIGMOID_CROSS_ENTROPY;
            case SQUARED -> task == Task.CLASSIFICATION ? Objective.SIGMOID_SQUARED : Objective.IDENTITY_SQUARED;
            case HUBER -> Objective.IDENTITY_HUBER;
        };
    }
}
