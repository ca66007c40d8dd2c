package io.eddy.evaluation;

import io.eddy.wire.Prediction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Measures answers against labels, for one task. Part of what survives a restart, so its figures are exact. */
public sealed interface Evaluation permits ClassificationEvaluation, RegressionEvaluation {
    /** Takes a labelled prediction in; an answer that was not given is not measured, but its label is remembered. */
    void measure(Prediction prediction, int labelClass);

    Figures figures();

    void write(DataOutput out) throws IOException;

    /** Reads what {@link #write} wrote into a new evaluation. */
    void read(DataInput in) throws IOException;
}
