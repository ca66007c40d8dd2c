package io.eddy;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A name that Kafka takes for a topic, or the beginning of one; or none where a key may be left out. */
final class TopicName implements Validator {
    private static final Pattern LEGAL = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,200}");

    @Override
    public void ensureValid(String name, Object value) {
        if (value != null && !LEGAL.matcher((String) value).matches()) {
            throw new ConfigException(
                    name, value, "must be letters of ASCII, digits, dots, underscores and hyphens, 200 at most");
        }
    }

    @Override
    public String toString() {
        return "a topic's name";
    }
}
