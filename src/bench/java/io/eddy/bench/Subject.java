package io.eddy.bench;

import io.eddy.stream.BackgroundClientSupplier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** An application that is measured, and the keys of its configuration. */
record Subject(String name, Kind kind, Map<String, String> keys) {
    enum Kind {
        /** Copies with Eddy's settings of Kafka Streams, and Kafka's own clients unless a key names others. */
        COPY,
        /** Copies with Kafka's own. */
        PLAIN_COPY,
        EDDY
    }

    static Subject copy() {
        return new Subject("copy", Kind.COPY, Map.of());
    }

    static Subject backgroundCopy() {
        return new Subject(
                "copy, sent in the background",
                Kind.COPY,
                Map.of(StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, BackgroundClientSupplier.class.getName()));
    }

    static Subject plainCopy() {
        return new Subject("copy, Kafka's defaults", Kind.PLAIN_COPY, Map.of());
    }

    static Subject network() {
        return new Subject(
                "network, 16 hidden units", Kind.EDDY, Map.of("eddy.model", "network", "eddy.network.hidden", "16"));
    }

    static Subject auto() {
        return new Subject("auto", Kind.EDDY, Map.of());
    }

    /** Of {@code copy}, {@code network}, {@code auto}. */
    static Subject named(String name) {
        return switch (name) {
            case "copy" -> copy();
            case "network" -> network();
            case "auto" -> auto();
            default -> throw new IllegalArgumentException("no application is called " + name);
        };
    }

    /** Its name as a part of that of topics and files. */
    String id() {
        return name.replaceAll("[^a-z0-9]+", "-");
    }

    Subject with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(keys);
        all.putAll(more);
        return new Subject(name, kind, all);
    }
}
