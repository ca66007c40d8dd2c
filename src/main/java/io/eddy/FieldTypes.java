package io.eddy;

import io.eddy.feature.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Entries {@code name:type}; the name may have colons of its own. */
final class FieldTypes implements Validator {
    private static final int LONGEST = 20_000;

    @Override
    public void ensureValid(String name, Object value) {
        try {
            of(((List<?>) value).stream().map(Object::toString).toList());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, e.getMessage());
        }
    }

    /**
     * The types by name.
     *
     * @throws IllegalArgumentException that says which entry can't be read
     */
    static Map<String, FieldType> of(List<String> entries) {
        Map<String, FieldType> types = new HashMap<>();
        if (String.join(",", entries).length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
        }
        for (String entry : entries) {
            int colon = entry.lastIndexOf(':');
            FieldType type = colon < 1 ? null : type(entry.substring(colon + 1));
            if (type == null) {
                throw new IllegalArgumentException(
                        "'" + entry + "' must be name:type, where the type is number, categorical, time or text");
            }
            if (types.put(entry.substring(0, colon), type) != null) {
                throw new IllegalArgumentException("'" + entry.substring(0, colon) + "' is there twice");
            }
        }
        return types;
    }

    private static FieldType type(String name) {
        for (FieldType type : FieldType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "name:type, ...";
    }
}
