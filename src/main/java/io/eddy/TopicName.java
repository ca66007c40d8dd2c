package io.eddy;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A name that Kafka takes for a topic, or the beginning of one; or none where a key may be left out. */
record TopicName(int longest) implements Validator {
    private static final Pattern LEGAL = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]+");

    @Override
    public void ensureValid(String name, Object value) {
        String text = (String) value;
        if (text != null && (text.length() > longest || !LEGAL.matcher(text).matches())) {
            throw new ConfigException(
                    name,
                    value,
                    "must be letters of ASCII, digits, dots, underscores and hyphens, " + longest + " at most");
        }
    }

    @Override
    public String toString() {
        return "a topic's name";
    }
}
