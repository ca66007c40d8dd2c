package io.eddy.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** What kind of place the output goes to, and how the process ends. */
final class Terminal {
    private Terminal() {}

    /** Whether a person looks at standard output. */
    @SuppressWarnings("SystemConsoleNull") // before JDK 22 it is null
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // since JDK 22 there is a console also where there is no terminal, and this method to tell
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Whether the terminal's character set has these characters. */
    static boolean canShow(String characters) {
        return System.console().charset().newEncoder().canEncode(characters);
    }

    /** How wide it is, as the shell exports it. */
    static int columns() {
        try {
            return Math.max(1, Integer.parseInt(System.getenv("COLUMNS")));
        } catch (NumberFormatException e) {
            return 80; // the shell does not say
        }
    }

    /** Whether the reader of a pipe that standard output is has gone away; standard output itself keeps silent about it. */
    static boolean isClosed(PrintWriter out) {
        out.flush();
        return System.out.checkError();
    }

    /**
     * On Ctrl-C or SIGTERM runs {@code end}, then exits with 0: to be asked to stop is no failure.
     *
     * @return to be called when the command ends by itself; {@code end} is not run after that
     */
    static Runnable onSignal(Runnable end) {
        AtomicBoolean done = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (done.compareAndSet(false, true)) {
                                try {
                                    end.run();
                                } catch (RuntimeException e) {
                                    System.err.println("eddy: could not stop cleanly: " + e.getMessage());
                                } finally {
                                    System.out.flush();
                                    Runtime.getRuntime().halt(0);
                                }
                            }
                        },
                        "eddy-stop"));
        return () -> done.set(true);
    }
}
