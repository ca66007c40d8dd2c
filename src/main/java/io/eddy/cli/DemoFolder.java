package io.eddy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** A temporary folder that goes with the demo. */
record DemoFolder(Path path) {
    static DemoFolder create() {
        try {
            return new DemoFolder(Files.createTempDirectory("eddy-demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A configuration in a file; only this user can read the folder. */
    Path write(String name, Map<String, String> keys) {
        Properties properties = new Properties();
        properties.putAll(keys);
        Path file = path.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    void delete() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("eddy: " + path + " could not be deleted: " + e.getMessage());
        }
    }
}
