package io.eddy.learner;

import io.eddy.network.Objective;

/** What the network is trained by, as it is configured; what it comes to depends on the task. */
public enum LossChoice {
    /** Cross-entropy for classes, Huber's for numbers. */
    AUTO,
    CROSS_ENTROPY,
    SQUARED,
    HUBER;

    /** Whether the task has this loss. */
    public boolean fits(Task task) {
        return switch (this) {
            case AUTO, SQUARED -> true;
            case CROSS_ENTROPY -> task == Task.CLASSIFICATION;
            case HUBER -> task == Task.REGRESSION;
        };
    }

    Objective objective(Task task) {
        if (task == Task.CLASSIFICATION) {
            return this == SQUARED ? Objective.SIGMOID_SQUARED : Objective.SOFTMAX_CROSS_ENTROPY;
        }
        return this == SQUARED ? Objective.IDENTITY_SQUARED : Objective.IDENTITY_HUBER;
    }
}
