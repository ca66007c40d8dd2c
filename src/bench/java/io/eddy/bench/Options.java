package io.eddy.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a benchmark was told, as {@code key=value}. */
record Options(Map<String, String> given) {

    /** Of a command's arguments; the first, without an equals sign, is the benchmark's name. */
    static Options of(String[] args) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int a = 1; a < args.length; a++) {
            int equals = args[a].indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("an option is key=value, not " + args[a]);
            }
            given.put(args[a].substring(0, equals), args[a].substring(equals + 1));
        }
        return new Options(given);
    }

    String text(String key, String otherwise) {
        return given.getOrDefault(key, otherwise);
    }

    List<String> list(String key, String otherwise) {
        return List.of(text(key, otherwise).split(","));
    }

    /** A whole number; underscores may group its digits. */
    int number(String key, int otherwise) {
        return given.containsKey(key) ? Integer.parseInt(given.get(key).replace("_", "")) : otherwise;
    }

    Duration seconds(String key, int otherwise) {
        return Duration.ofSeconds(number(key, otherwise));
    }
}
