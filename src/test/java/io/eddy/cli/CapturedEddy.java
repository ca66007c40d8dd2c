package io.eddy.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Commands in this process, and what they print. */
final class CapturedEddy {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    /** Its exit code. */
    int run(String... arguments) {
        CommandLine command = Eddy.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
