package io.eddy.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.utils.Signals;

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
     * On Ctrl-C or SIGTERM runs {@code end}, then exits with 0: to be asked to stop is no failure. The signals are handled themselves,
     * because a shutdown hook can't choose the exit code but by halting, and then the files that libraries unpacked for the
     * process's life (15 MB of RocksDB) stay behind.
     *
     * @return to be called when the command ends by itself; {@code end} is not run after that. Where a signal came first it does
     *     not return
     */
    static Runnable onSignal(Runnable end) {
        ReentrantLock ending = new ReentrantLock();
        Runnable handler = () -> {
            ending.lock();
            try {
                end.run();
            } catch (RuntimeException e) {
                System.err.println("eddy: could not stop cleanly: " + e.getMessage());
            } finally {
                System.out.flush();
                System.exit(0);
            }
        };
        Map<String, Object> before = new HashMap<>();
        for (String signal : List.of("HUP", "INT", "TERM")) {
            before.put(signal, Signals.register(signal, handler));
        }
        return () -> {
            ending.lock();
            before.forEach(Signals::unregister);
        };
    }
}
