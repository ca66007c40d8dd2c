package io.eddy.feature;

/** What a field's values are. */
public enum FieldType {
    /** Measured: one input, scaled. */
    NUMBER,
    /** Named: one input for each name. */
    CATEGORICAL,
    /** Points in time: cycles of day, week and year, and the day as a number. */
    TIME,
    /** Sentences: one input for each of so many groups of words. */
    TEXT
}
