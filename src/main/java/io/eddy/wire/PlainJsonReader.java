package io.eddy.wire;

import io.eddy.wire.Sample.LabelKind;

/**
 * Reads samples of the ordinary form, as nearly all are, and makes nothing anew while names and texts come again. It
 * decides nothing: where something is wrong, or merely unusual, it gives up, and the sample is read by
 * {@link JacksonReader}.
 *
 * <p>A method that reads returns the place behind what it read, or {@link #GIVE_UP}.
 */
final class PlainJsonReader {
    private static final int GIVE_UP = -1;
    private static final int DEEPEST = 16;
    private static final int LONGEST_VALUE = 1 << 22;

    private final FieldNames names;
    private final PaddedBytes padded = new PaddedBytes();
    private final StringScanner strings = new StringScanner();
    private final NumberScanner numbers = new NumberScanner();
    private final JsonSkipper skipper = new JsonSkipper(DEEPEST);
    private final ByteStrings texts = new ByteStrings();

    private byte[] json;
    private Sample sample;
    private boolean unwrapped;
    private long number; // of the sample
    private int fields;
    private int elements;
    private int textEnd;

    PlainJsonReader(FieldNames names) {
        this.names = names;
    }

    /**
     * Reads one value.
     *
     * @param isUnwrapped whether it is no envelope, whatever its members are called
     * @return false where it gave up; then the sample is undefined
     */
    boolean read(byte[] value, Sample into, boolean isUnwrapped) {
        if (value.length > LONGEST_VALUE) {
            return false;
        }
        json = padded.load(value);
        sample = into;
        sample.clear();
        unwrapped = isUnwrapped;
        number++;
        fields = 0;
        int at = Spaces.end(json, 0);
        if (json[at] != '{') {
            return false;
        }
        int end = object(names.root(), at + 1, 1);
        return end != GIVE_UP && Spaces.end(json, end) == value.length && into.size() > 0;
    }

    private int object(FieldName parent, int from, int depth) {
        int at = Spaces.end(json, from);
        if (json[at] == '}') {
            return at + 1;
        }
        Member before = null;
        Member member = parent.first;
        while (true) {
            if (member != null && member.isAt(json, at)) {
                at += member.length;
            } else {
                int quote = json[at] == '"' ? strings.end(json, at + 1) : GIVE_UP;
                member = quote == GIVE_UP ? null : names.member(parent, json, at + 1, quote, strings.hash());
                if (member == null) {
                    return GIVE_UP;
                }
                if (before == null) {
                    parent.first = member;
                } else {
                    before.follower = member;
                }
                at = Spaces.end(json, quote + 1);
                if (json[at++] != ':') {
                    return GIVE_UP;
                }
            }
            at = value(member.field, Spaces.end(json, at), depth);
            if (at == GIVE_UP) {
                return GIVE_UP;
            }
            at = Spaces.end(json, at);
            if (json[at] != ',') {
                return json[at] == '}' ? at + 1 : GIVE_UP;
            }
            at = Spaces.end(json, at + 1);
            before = member;
            member = member.follower;
        }
    }

    private int array(FieldName parent, int from, int depth) {
        int at = Spaces.end(json, from);
        if (json[at] == ']') {
            return at + 1;
        }
        at = numbers(parent, at);
        for (int index = elements; index < SampleDecoder.MOST_FIELDS; index++) {
            at = value(names.element(parent, index), Spaces.end(json, at), depth);
            if (at == GIVE_UP) {
                return GIVE_UP;
            }
            at = Spaces.end(json, at);
            if (json[at] != ',') {
                return json[at] == ']' ? at + 1 : GIVE_UP;
            }
            at++;
        }
        return GIVE_UP;
    }

    /**
     * Reads the first elements of an array as long as they are known, numbers, and not the last one: the short way
     * through an array of many. How many there are is in {@link #elements}.
     */
    private int numbers(FieldName parent, int from) {
        FieldName[] known = parent.elements;
        int at = from;
        int index = 0;
        for (; index < known.length; index++) {
            FieldName element = known[index];
            if (element == null || element.seen == number || !element.ordinary) {
                break;
            }
            int end = numbers.end(json, at);
            if (end == GIVE_UP || json[end] != ',') {
                break;
            }
            element.seen = number;
            sample.addNumber(element.text, numbers.value());
            at = json[end + 1] == ' ' ? end + 2 : end + 1;
        }
        fields += index; // what is left decides whether it is too many
        elements = index;
        return at;
    }

    private int value(FieldName field, int at, int depth) {
        if (field.seen == number || ++fields > SampleDecoder.MOST_FIELDS) {
            return GIVE_UP;
        }
        field.seen = number;
        if (field.ordinary) {
            return feature(field, at, depth);
        }
        if (field.mark && !unwrapped) {
            return GIVE_UP;
        }
        return switch (field.role) {
            case FEATURE -> feature(field, at, depth);
            case LABEL -> label(at);
            case IGNORED -> skipper.end(json, at, depth);
            case REFUSED -> GIVE_UP;
        };
    }

    private int feature(FieldName field, int at, int depth) {
        int end = numbers.end(json, at);
        if (end == GIVE_UP) {
            return notNumber(field, at, depth);
        }
        sample.addNumber(field.text, numbers.value());
        return end;
    }

    private int notNumber(FieldName field, int at, int depth) {
        switch (json[at]) {
            case '"' -> {
                String text = text(at);
                if (text == null) {
                    return GIVE_UP;
                }
                sample.addText(field.text, text);
                return textEnd;
            }
            case '{', '[' -> {
                if (depth == DEEPEST) {
                    return GIVE_UP;
                }
                return json[at] == '{' ? object(field, at + 1, depth + 1) : array(field, at + 1, depth + 1);
            }
            default -> {
                int end = Literals.end(json, at);
                if (end != GIVE_UP && json[at] != 'n') {
                    sample.addNumber(field.text, json[at] == 't' ? 1 : 0);
                }
                return end;
            }
        }
    }

    private int label(int at) {
        switch (json[at]) {
            case '"' -> {
                String text = text(at);
                if (text == null || text.length() > SampleDecoder.LONGEST_LABEL) {
                    return GIVE_UP;
                }
                sample.setLabel(LabelKind.TEXT, text, 0);
                return textEnd;
            }
            case 't', 'f', 'n' -> {
                int end = Literals.end(json, at);
                if (end != GIVE_UP && json[at] != 'n') {
                    sample.setLabel(LabelKind.BOOLEAN, json[at] == 't' ? "true" : "false", 0);
                }
                return end;
            }
            default -> {
                int end = numbers.end(json, at); // not of an object or array
                if (end != GIVE_UP) {
                    sample.setLabel(LabelKind.NUMBER, null, numbers.value());
                }
                return end;
            }
        }
    }

    /** The text whose first quote is at a place; null where it is not plain. */
    private String text(int at) {
        int quote = strings.end(json, at + 1);
        textEnd = quote + 1;
        return quote == GIVE_UP ? null : texts.text(json, at + 1, quote, strings.hash());
    }
}
