package io.eddy.wire;

/**
 * What the values of the samples topic are. {@link Envelopes} has the shapes by which the JSON ones are known.
 */
public enum SampleFormat {
    /** One of the JSON ones, by the members that a record has. */
    AUTO,
    /** The object itself is the sample, whatever its members are called. */
    JSON,
    /** Kafka Connect's {@code schema} and {@code payload}. */
    CONNECT,
    /** Debezium's change events, in Connect's envelope or not, and the flattened rows of its transformation. */
    DEBEZIUM,
    /** CloudEvents in structured mode. */
    CLOUDEVENTS,
    /** One line, its columns named once for all. */
    CSV
}
