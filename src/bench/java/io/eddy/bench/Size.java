package io.eddy.bench;

import io.eddy.LearnerConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How large a problem and its learners are. */
record Size(String model, int features, int hidden, int classes, int learners) {
    /** From the strings that {@link #arguments} makes. */
    static Size of(String[] arguments) {
        return new Size(
                arguments[0],
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
    }

    List<String> arguments() {
        return List.of(
                model,
                Integer.toString(features),
                Integer.toString(hidden),
                Integer.toString(classes),
                Integer.toString(learners));
    }

    LearnerConfig config() {
        Map<String, String> keys = new HashMap<>(Map.of("eddy.label", RowSource.LABEL, "eddy.model", model));
        if (model.equals("network")) {
            keys.put("eddy.network.hidden", Integer.toString(hidden));
        }
        return LearnerConfig.of(keys);
    }
}
