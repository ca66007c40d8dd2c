package io.eddy.model;

import java.util.Map;
import java.util.Optional;

/** Which model learns. */
public sealed interface ModelSettings permits NetworkSettings, PoolSettings {
    /** The only task that it can learn, if there is only one. */
    Optional<Task> task();

    /** A model that has learned nothing. */
    Model newModel(Task task, long seed);

    /** Adds what a stored model can't change any more, by configuration key. */
    void identify(Map<String, String> identity);
}
