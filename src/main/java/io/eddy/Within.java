package io.eddy;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A finite number within bounds, or none where a key may be left out. */
record Within(double least, double most) implements Validator {
    @Override
    public void ensureValid(String name, Object value) {
        if (value != null && !((Double) value >= least && (Double) value <= most)) {
            throw new ConfigException(name, value, "must be from " + least + " to " + most);
        }
    }

    @Override
    public String toString() {
        return "[" + least + ", " + most + "]";
    }
}
