package io.eddy.cli;

import io.eddy.http.LearnerView;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** The live view as the last lines of a terminal, redrawn in place; what is printed meanwhile stands above it. */
final class LiveDisplay implements AutoCloseable {
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    // characters of double width would wrap a line that counts as short enough
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintWriter out;
    private final PrintStream err = System.err;
    private final LiveView view = new LiveView(Terminal.canShow(LiveView.BLOCKS) ? LiveView.BLOCKS : LiveView.ASCII);
    private final int width = Terminal.columns();
    private List<String> drawn = List.of();
    private boolean closed;

    private LiveDisplay(PrintWriter out) {
        this.out = out;
        System.setErr(new PrintStream(new AboveTheView(), true, Charset.defaultCharset()));
    }

    /** One that draws where a person looks; null elsewhere. */
    static LiveDisplay onTerminal(PrintWriter out) {
        return Terminal.isInteractive() ? new LiveDisplay(out) : null;
    }

    synchronized void draw(LearnerView learner) {
        if (!closed) {
            draw(view.lines(learner, width));
        }
    }

    private void draw(List<String> lines) {
        StringBuilder frame = new StringBuilder(HIDE_CURSOR + NO_WRAP + toTop());
        lines.forEach(line -> frame.append(line).append(CLEAR_TO_END_OF_LINE).append('\n'));
        out.print(frame.append(CLEAR_BELOW + WRAP)); // one write, so that nothing flickers
        out.flush();
        drawn = lines;
    }

    private String toTop() {
        return drawn.isEmpty() ? "" : "\u001b[" + drawn.size() + "A\r";
    }

    /** Runs what prints whole lines. */
    synchronized void above(Runnable print) {
        List<String> lines = drawn;
        out.print(toTop() + CLEAR_BELOW);
        out.flush();
        drawn = List.of();
        print.run();
        if (!lines.isEmpty()) {
            draw(lines);
        }
    }

    /** Leaves the last view where it is, and the terminal as it was. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            drawn = List.of();
            System.setErr(err);
            out.print(SHOW_CURSOR);
            out.flush();
        }
    }

    /** Standard error meanwhile, which may be the same terminal. */
    private final class AboveTheView extends OutputStream {
        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            above(() -> {
                err.write(bytes, offset, length);
                err.flush();
            });
        }
    }
}
