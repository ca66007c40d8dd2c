package io.eddy.wire;

/** Why a sample went to the dead letters: the closed list behind the header {@code eddy.error.code}. */
public enum RejectionCode {
    MALFORMED_JSON("the value is not one JSON text, or names a field twice"),
    NOT_AN_OBJECT("the value, or what its envelope holds, is JSON, but not an object"),
    NO_FEATURES("the object has no field that could be a feature"),
    BAD_LABEL("the label is of a kind that the task can't learn"),
    NON_FINITE(
            "a number is NaN, infinite or beyond a double, the label is beyond 1e30, or the prediction would not be finite"),
    TIMESTAMP_OUT_OF_RANGE("the record's timestamp is negative or over an hour ahead, and a broker would refuse it"),
    TOO_LARGE(
            "key, headers and value are longer than eddy.sample.max.bytes, or there are too many or too long field names, or key, headers and answer are longer than that and a megabyte"),
    TOO_MANY_CLASSES("the label would be a new class beyond eddy.classes.max"),
    WRONG_FORMAT("the value is not what eddy.format says: the envelope, or one line with a cell for each column");

    private final String meaning;

    RejectionCode(String meaning) {
        this.meaning = meaning;
    }

    /** What the code says, for the documentation. */
    public String meaning() {
        return meaning;
    }
}
