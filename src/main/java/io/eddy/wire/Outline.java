package io.eddy.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The members of one JSON object as far as they tell an envelope from a sample. */
final class Outline {
    private static final Outline NOTHING = new Outline(new byte[0]);
    private static final Set<String> TELLING = Set.of(
            "schema", "payload", "op", "source", "after", "specversion", "id", "type", "data", Envelopes.DELETED);

    private record Member(JsonToken kind, String text, int from, int to) {}

    private final byte[] json;
    private final Map<String, Member> telling = new HashMap<>();
    private int members;

    private Outline(byte[] json) {
        this.json = json;
    }

    /** Of a text; an outline of nothing where it is no JSON object, in UTF-8, or has a telling member twice. */
    static Outline of(byte[] json) {
        Outline outline = new Outline(json);
        try (JsonParser parser = JacksonReader.JSON.createParser(json)) {
            return outline.isRead(parser) ? outline : NOTHING;
        } catch (IOException | IllegalStateException e) {
            return NOTHING; // what is wrong with it, JacksonReader says
        }
    }

    private boolean isRead(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        for (; parser.nextToken() != JsonToken.END_OBJECT; members++) {
            String name = parser.currentName();
            JsonToken kind = parser.nextToken();
            int from = (int) parser.currentTokenLocation().getByteOffset(); // -1 where it is not UTF-8
            boolean tells = TELLING.contains(name);
            String text = tells && kind == JsonToken.VALUE_STRING ? parser.getText() : "";
            parser.skipChildren();
            int to = (int) parser.currentLocation().getByteOffset();
            if (tells && (from < 0 || telling.put(name, new Member(kind, text, from, to)) != null)) {
                return false;
            }
        }
        return parser.nextToken() == null;
    }

    /** How many members there are. */
    int members() {
        return members;
    }

    boolean has(String name) {
        return telling.containsKey(name);
    }

    /** Whether the member is there, and {@code null}. */
    boolean isNull(String name) {
        return has(name) && telling.get(name).kind() == JsonToken.VALUE_NULL;
    }

    boolean isObject(String name) {
        return has(name) && telling.get(name).kind() == JsonToken.START_OBJECT;
    }

    /** The member's text; empty where it is none. */
    String text(String name) {
        return has(name) ? telling.get(name).text() : "";
    }

    /**
     * The member's own JSON.
     *
     * @throws RejectedSampleException if it is not there, or no object
     */
    byte[] object(String name) throws RejectedSampleException {
        if (!isObject(name)) {
            throw new RejectedSampleException(RejectionCode.NOT_AN_OBJECT, "there is no object in " + name);
        }
        return Arrays.copyOfRange(
                json, telling.get(name).from(), telling.get(name).to());
    }
}
