package io.eddy.evaluation;

import io.eddy.wire.Prediction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Measures answers against labels, for one task. Part of what survives a restart, so its figures are exact. */
public sealed interface Evaluation permits ClassificationEvaluation, RegressionEvaluation {
    /** Earlier versions of the stored format had the last label here. */
    int FIRST_VERSION_WITHOUT_LAST = 9;

    /**
     * Takes a labelled prediction in; an answer that was not given is not measured, but its label is counted.
     *
     * @param labelClass the number of the label's class; of a regression -1
     * @param last what no-change answers: a value, or the number of a class
     */
    void measure(Prediction prediction, int labelClass, double last);

    /**
     * What it has measured.
     *
     * @param classNames of a classification's classes, by number
     */
    Figures figures(List<String> classNames);

    /** Answers measured. */
    long measured();

    /** How many of them were right; 0 for a regression. */
    long correct();

    void write(DataOutput out) throws IOException;

    /**
     * Reads what {@link #write} wrote into a new evaluation. Version 1 knew the metrics and baselines over all samples; the
     * recent and fading ones and the confusion begin empty there.
     *
     * @param version of the format
     * @return the last label, a value or the number of a class, which versions before 9 kept here; NaN with others
     */
    double read(DataInput in, int version) throws IOException;
}
