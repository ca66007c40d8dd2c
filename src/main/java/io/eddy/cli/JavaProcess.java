package io.eddy.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Eddy once more, in a process of its own: the same Java, options, classes and log level. */
final class JavaProcess {
    private JavaProcess() {}

    /** A command whose input and output are pipes to here; its errors go where ours go. The environment sets no keys. */
    static Process of(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Deddy.log.level=" + System.getProperty("eddy.log.level"));
        String classes = System.getProperty("java.class.path");
        // only a jar that is started as one may use native code without a warning
        boolean jar = classes.endsWith(".jar") && !classes.contains(File.pathSeparator);
        command.addAll(jar ? List.of("-jar", classes) : List.of("-cp", classes, Eddy.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("EDDY_") || name.startsWith("KAFKA_"));
        return builder.start();
    }
}
