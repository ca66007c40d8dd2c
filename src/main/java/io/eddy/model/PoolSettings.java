package io.eddy.model;

import java.util.Map;
import java.util.Optional;

/**
 * The pool that tunes itself.
 *
 * @param weighted whether samples have weights other than 1
 */
public record PoolSettings(boolean weighted) implements ModelSettings {
    @Override
    public Optional<Task> task() {
        return Optional.empty();
    }

    @Override
    public Model newModel(Task task, long seed) {
        return new Pool(weighted, task, seed);
    }

    @Override
    public void identify(Map<String, String> identity) {
        identity.put("eddy.model", "auto");
    }
}
