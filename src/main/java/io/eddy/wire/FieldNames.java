package io.eddy.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Flattened names, made once each: {@code sensor} and {@code temp} are {@code sensor.temp}, an array has {@code pixels.0}. */
final class FieldNames {
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Map<String, Map<String, String>> members = new HashMap<>();
    private final Map<String, List<String>> elements = new HashMap<>();
    private long characters;

    String member(String parent, String name) {
        if (parent == null) {
            return name;
        }
        return members.computeIfAbsent(parent, p -> new HashMap<>()).computeIfAbsent(name, n -> join(parent, n));
    }

    String element(String parent, int index) {
        List<String> names = elements.computeIfAbsent(parent, p -> new ArrayList<>());
        while (names.size() <= index) {
            names.add(join(parent, Integer.toString(names.size())));
        }
        return names.get(index);
    }

    private String join(String parent, String name) {
        characters += parent.length() + name.length();
        return parent + '.' + name;
    }

    /** To be called between samples: a stream of ever new names must not fill the memory, this is only a cache. */
    void makeRoom() {
        if (characters > MOST_CHARACTERS) {
            members.clear();
            elements.clear();
            characters = 0;
        }
    }
}
