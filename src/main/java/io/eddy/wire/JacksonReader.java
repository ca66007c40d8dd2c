package io.eddy.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.eddy.wire.Sample.LabelKind;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Reads samples of every form by a streaming parser, and says what is wrong with one: what it decides holds. */
final class JacksonReader {
    // NaN and Infinity are parsed so that they can be named for what they are, and refused
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final int MANY = 1_000;

    private final FieldNames names;
    private Set<String> seen = new HashSet<>();

    JacksonReader(FieldNames names) {
        this.names = names;
    }

    /** Reads one value into an empty sample. */
    void read(byte[] value, Sample sample) throws RejectedSampleException {
        if (seen.size() > MANY) {
            seen = new HashSet<>(); // to clear a set takes as long as it once was large
        } else {
            seen.clear();
        }
        try (JsonParser parser = JSON.createParser(value)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw rejected(RejectionCode.MALFORMED_JSON, "the value is empty");
            }
            if (first != JsonToken.START_OBJECT) {
                parser.skipChildren();
                requireEnd(parser);
                throw rejected(RejectionCode.NOT_AN_OBJECT, "the value is a JSON " + kind(first) + ", not an object");
            }
            object(parser, names.root(), sample);
            requireEnd(parser);
        } catch (IOException | IllegalStateException e) {
            // the second is what the parser says of field names made to collide
            throw rejected(
                    RejectionCode.MALFORMED_JSON,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        if (sample.size() == 0) {
            throw rejected(RejectionCode.NO_FEATURES, "no field besides the label has a value");
        }
    }

    private static void requireEnd(JsonParser parser) throws IOException, RejectedSampleException {
        if (parser.nextToken() != null) {
            throw rejected(RejectionCode.MALFORMED_JSON, "something follows the JSON value");
        }
    }

    private void object(JsonParser parser, FieldName parent, Sample sample)
            throws IOException, RejectedSampleException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            FieldName field = names.member(parent, parser.currentName());
            parser.nextToken();
            value(parser, field, sample);
        }
    }

    private void array(JsonParser parser, FieldName parent, Sample sample) throws IOException, RejectedSampleException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            value(parser, names.element(parent, i), sample);
        }
    }

    private void value(JsonParser parser, FieldName field, Sample sample) throws IOException, RejectedSampleException {
        String name = field.text;
        if (!seen.add(name)) {
            throw rejected(RejectionCode.MALFORMED_JSON, "the field " + name + " is there twice");
        }
        if (name.length() > SampleDecoder.LONGEST_NAME || seen.size() > SampleDecoder.MOST_FIELDS) {
            throw rejected(
                    RejectionCode.TOO_LARGE,
                    "at most " + SampleDecoder.MOST_FIELDS + " fields with names of " + SampleDecoder.LONGEST_NAME
                            + " characters are accepted");
        }
        switch (field.role) {
            case LABEL -> label(parser, name, sample);
            case IGNORED -> parser.skipChildren();
            default -> feature(parser, field, sample);
        }
    }

    private void feature(JsonParser parser, FieldName field, Sample sample)
            throws IOException, RejectedSampleException {
        String name = field.text;
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, field, sample);
            case START_ARRAY -> array(parser, field, sample);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> sample.addNumber(name, finite(parser, name));
            case VALUE_TRUE -> sample.addNumber(name, 1);
            case VALUE_FALSE -> sample.addNumber(name, 0);
            case VALUE_STRING -> sample.addText(name, wellFormed(parser, name));
            default -> {
                // null: the feature is missing
            }
        }
    }

    private static void label(JsonParser parser, String label, Sample sample)
            throws IOException, RejectedSampleException {
        switch (parser.currentToken()) {
            case VALUE_STRING -> sample.setLabel(LabelKind.TEXT, className(wellFormed(parser, label)), 0);
            case VALUE_TRUE, VALUE_FALSE -> sample.setLabel(LabelKind.BOOLEAN, parser.getText(), 0);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> sample.setLabel(LabelKind.NUMBER, null, finite(parser, label));
            case VALUE_NULL -> {
                // the label is not known: the sample is only predicted
            }
            default -> throw rejected(RejectionCode.BAD_LABEL, label + " is a JSON " + kind(parser.currentToken()));
        }
    }

    private static String className(String text) throws RejectedSampleException {
        if (text.length() > SampleDecoder.LONGEST_LABEL) {
            throw rejected(
                    RejectionCode.BAD_LABEL, "the label has more than " + SampleDecoder.LONGEST_LABEL + " characters");
        }
        return text;
    }

    /** An escaped half of a surrogate pair is JSON, but no character: it could be neither stored nor sent on. */
    private static String wellFormed(JsonParser parser, String name) throws IOException, RejectedSampleException {
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw rejected(RejectionCode.MALFORMED_JSON, name + " has half a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }

    private static double finite(JsonParser parser, String name) throws IOException, RejectedSampleException {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw rejected(RejectionCode.NON_FINITE, name + " is " + parser.getText());
        }
        return value;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "object";
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "null";
        };
    }

    private static RejectedSampleException rejected(RejectionCode code, String message) {
        return new RejectedSampleException(code, message);
    }
}
