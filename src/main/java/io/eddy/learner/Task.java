package io.eddy.learner;

import io.eddy.evaluation.ClassificationEvaluation;
import io.eddy.evaluation.Evaluation;
import io.eddy.evaluation.RegressionEvaluation;
import io.eddy.wire.Sample.LabelKind;

/** What is learned: classes or numbers. */
public enum Task {
    CLASSIFICATION {
        @Override
        Evaluation newEvaluation() {
            return new ClassificationEvaluation();
        }
    },
    REGRESSION {
        @Override
        Evaluation newEvaluation() {
            return new RegressionEvaluation();
        }
    };

    abstract Evaluation newEvaluation();

    /** The task that a first label of this kind stands for. */
    static Task of(LabelKind kind) {
        return kind == LabelKind.NUMBER ? REGRESSION : CLASSIFICATION;
    }
}
