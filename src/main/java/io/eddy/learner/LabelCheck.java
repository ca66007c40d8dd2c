package io.eddy.learner;

import io.eddy.feature.ClassDictionary;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.RejectionCode;
import io.eddy.wire.Sample;
import io.eddy.wire.Sample.LabelKind;

/** Which labels can be learned, with the task and the classes there are. */
final class LabelCheck {
    private static final double LARGEST_LABEL = 1e30;

    private final LearnerSettings settings;
    private final ClassDictionary classes;

    /** @param classes those known, as they become more */
    LabelCheck(LearnerSettings settings, ClassDictionary classes) {
        this.settings = settings;
        this.classes = classes;
    }

    /**
     * The number of the label's class; -1 for a new one, for a value, and without a label.
     *
     * @throws RejectedSampleException if it can't be learned
     */
    int check(Sample sample, boolean classification) throws RejectedSampleException {
        LabelKind kind = sample.labelKind();
        if (kind == LabelKind.NONE) {
            return -1;
        }
        if (!classification) {
            if (kind != LabelKind.NUMBER) {
                throw new RejectedSampleException(
                        RejectionCode.BAD_LABEL, "a regression learns numbers, the label is " + sample.labelText());
            }
            if (Math.abs(sample.labelNumber()) > LARGEST_LABEL) {
                throw new RejectedSampleException(
                        RejectionCode.NON_FINITE, "sums of squares of " + sample.labelText() + " would not be finite");
            }
            return -1;
        }
        if (kind == LabelKind.NUMBER && settings.task().isEmpty()) {
            throw new RejectedSampleException(
                    RejectionCode.BAD_LABEL,
                    "the first label was a class's name, this one is the number " + sample.labelText()
                            + " (with eddy.task=classification numbers are names, too)");
        }
        int known = classes.find(sample.labelText());
        if (known < 0 && classes.size() >= settings.mostClasses()) {
            throw new RejectedSampleException(
                    RejectionCode.TOO_MANY_CLASSES,
                    "there are " + classes.size() + " classes already, the label is " + sample.labelText());
        }
        return known;
    }
}
