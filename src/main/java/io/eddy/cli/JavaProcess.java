package io.eddy.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Eddy once more, in a process of its own: the same Java, options, classes and log level. */
final class JavaProcess {
    private JavaProcess() {}

    /**
     * A command whose input and output are pipes to here; its errors go where ours go. The environment sets no keys.
     *
     * @param temporary where it unpacks native libraries, which stay there when it is killed
     */
    static Process of(Path temporary, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Deddy.log.level=" + System.getProperty("eddy.log.level"));
        command.add("-Djava.io.tmpdir=" + temporary);
        String classes = System.getProperty("java.class.path");
        // only a jar that is started as one may use native code without a warning
        boolean jar = classes.endsWith(".jar") && !classes.contains(File.pathSeparator);
        command.addAll(jar ? List.of("-jar", classes) : List.of("-cp", classes, Eddy.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("EDDY_") || name.startsWith("KAFKA_"));
        Process process = builder.start();
        Thread errors = new Thread(() -> tellErrors(process), "errors-of-" + process.pid());
        errors.setDaemon(true);
        errors.start();
        return process;
    }

    /** Not inherited, because a live view may be on the same terminal. */
    private static void tellErrors(Process process) {
        try (BufferedReader lines = process.errorReader()) {
            lines.lines().forEach(line -> System.err.println(line));
        } catch (IOException | UncheckedIOException e) {
            // the process has ended, perhaps within a line
        }
    }
}
