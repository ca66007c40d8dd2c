package io.eddy.feature;

import java.util.Map;
import java.util.TreeMap;

/**
 * How fields become inputs.
 *
 * @param scaling of numbers
 * @param most inputs of their own that fields and categories may have
 * @param types of fields where the values should not decide, by name
 * @param lags previous labels that are inputs, too
 * @param lagsByKey whether those are of the same record key, or of the whole partition
 * @param levels whether each value of a number that has few gets an input, too
 */
public record FeatureSettings(
        Scaling scaling, int most, Map<String, FieldType> types, int lags, boolean lagsByKey, boolean levels) {
    public FeatureSettings {
        types = Map.copyOf(types);
    }

    /** Without types given and without a memory of labels. */
    public static FeatureSettings of(Scaling scaling, int most) {
        return new FeatureSettings(scaling, most, Map.of(), 0, false, false);
    }

    /** What a stored model can't change any more, by configuration key. */
    public Map<String, String> identity() {
        Map<String, String> identity = new TreeMap<>();
        identity.put("eddy.scaling", scaling.name());
        identity.put("eddy.features.max", Integer.toString(most));
        identity.put("eddy.features.types", new TreeMap<>(types).toString());
        identity.put("eddy.features.lags", Integer.toString(lags));
        identity.put("eddy.features.lags.by", lagsByKey ? "key" : "partition");
        return identity;
    }
}
