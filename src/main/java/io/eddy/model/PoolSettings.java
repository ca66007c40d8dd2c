package io.eddy.model;

import java.util.Map;
import java.util.Optional;

/** The pool that tunes itself; there is nothing to set. */
public record PoolSettings() implements ModelSettings {
    @Override
    public Optional<Task> task() {
        return Optional.empty();
    }

    @Override
    public Model newModel(Task task, long seed) {
        return new Pool(task, seed);
    }

    @Override
    public void identify(Map<String, String> identity) {
        identity.put("eddy.model", "auto");
    }
}
