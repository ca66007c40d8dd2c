package io.eddy.wire;

import java.util.Set;

/**
 * Finds the sample in what other systems wrap around it. An object is taken for an envelope only where it has the whole
 * shape, so that a plain one may have a field called {@code payload}, {@code after} or {@code data}:
 *
 * <ul>
 *   <li>Kafka Connect: {@code schema} and {@code payload} and nothing else; the schema is that of a struct, or null. A
 *       payload that is null is a deleted row.
 *   <li>Debezium: {@code source} is an object, {@code after} is there, and {@code op} is c, r, u, d or t. The last two
 *       delete.
 *   <li>Debezium, flattened: {@code __deleted} is {@code "true"} where the row was deleted.
 *   <li>CloudEvents: {@code specversion} is 1.0 or 0.3, and {@code id}, {@code source}, {@code type} are texts.
 * </ul>
 *
 * Sources: Kafka's {@code JsonConverter}; Debezium's {@code Envelope} and {@code ExtractNewRecordState}; CloudEvents'
 * JSON format 1.0.
 */
final class Envelopes {
    /** What Debezium adds to a flattened row. */
    static final String DELETED = "__deleted";

    /** Members of which each envelope has one: a sample that has none is plain. */
    static final Set<String> MARKS = Set.of("schema", "after", DELETED, "specversion");

    private Envelopes() {}

    /**
     * The sample's own JSON in a record's value.
     *
     * @return the value itself where it is plain; null where it says that a row was deleted
     * @throws RejectedSampleException if the value has not the form asked for, or no object where the sample belongs
     */
    static byte[] sample(byte[] value, SampleFormat format) throws RejectedSampleException {
        if (format == SampleFormat.JSON) {
            return value;
        }
        Outline outline = Outline.of(value);
        return switch (format) {
            case AUTO -> isCloudEvent(outline) ? outline.object("data") : row(value, outline);
            case DEBEZIUM -> row(value, outline);
            case CONNECT -> {
                require(isConnect(outline), "Connect's schema and payload alone");
                yield payload(outline);
            }
            case CLOUDEVENTS -> {
                require(isCloudEvent(outline), "specversion 1.0, id, source and type, as an event has");
                yield outline.object("data");
            }
            default -> value;
        };
    }

    private static byte[] row(byte[] value, Outline outline) throws RejectedSampleException {
        if (!isConnect(outline)) {
            return changed(value, outline);
        }
        byte[] payload = payload(outline);
        return payload == null ? null : changed(payload, Outline.of(payload));
    }

    private static byte[] payload(Outline connect) throws RejectedSampleException {
        return connect.isNull("payload") ? null : connect.object("payload");
    }

    private static byte[] changed(byte[] row, Outline outline) throws RejectedSampleException {
        if (outline.isObject("source")
                && outline.has("after")
                && outline.text("op").matches("[crudt]")) {
            return outline.text("op").matches("[dt]") ? null : outline.object("after");
        }
        return outline.text(DELETED).equals("true") ? null : row;
    }

    private static boolean isConnect(Outline outline) throws RejectedSampleException {
        return outline.members() == 2 && outline.has("payload") && isOfStruct(outline);
    }

    private static boolean isOfStruct(Outline connect) throws RejectedSampleException {
        return connect.isNull("schema")
                || (connect.isObject("schema")
                        && Outline.of(connect.object("schema")).text("type").equals("struct"));
    }

    private static boolean isCloudEvent(Outline outline) {
        return outline.text("specversion").matches("1\\.0|0\\.3")
                && !outline.text("id").isEmpty()
                && !outline.text("source").isEmpty()
                && !outline.text("type").isEmpty();
    }

    private static void require(boolean isThere, String what) throws RejectedSampleException {
        if (!isThere) {
            throw new RejectedSampleException(RejectionCode.WRONG_FORMAT, "the value has not " + what);
        }
    }
}
