package io.eddy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a benchmark's tables go: standard output and a file of Markdown; how far it is goes to standard error. */
final class Report {
    private final Path file;

    Report(Path folder, String name) {
        file = folder.resolve(name + ".md");
        write("# " + name, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        add("JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
    }

    /** A paragraph or a table. */
    void add(Object text) {
        System.out.println("\n" + text);
        write(text.toString(), StandardOpenOption.APPEND);
    }

    /** How far it is. */
    void progress(String line) {
        System.err.println(line);
    }

    private void write(String text, StandardOpenOption... how) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n\n", how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
