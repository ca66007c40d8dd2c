package io.eddy.cli;

import io.eddy.http.LearnerSource;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** What {@code run} shows: on a terminal the live view, elsewhere a line at 1,000, 2,000, 4,000 ... learned samples. */
final class RunDisplay implements AutoCloseable {
    private final LearnerSource learner;
    private final PrintWriter out;
    private final LiveDisplay live; // null where nobody looks
    private final Thread thread = new Thread(this::follow, "display");
    private long next = 1_000;

    RunDisplay(LearnerSource learner, PrintWriter out) {
        this.learner = learner;
        this.out = out;
        live = LiveDisplay.onTerminal(out);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void follow() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(500);
                show();
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private void show() {
        if (live != null) {
            live.draw(learner.view());
        } else {
            line(LiveMoment.of(learner.view()));
        }
    }

    private void line(LiveMoment now) {
        if (now.learned() < next) {
            return;
        }
        while (next <= now.learned()) {
            next *= 2;
        }
        out.printf(
                "learned %d, %s %s, %s %s, no-change %s, dead letters %d%n",
                now.learned(),
                now.scoreName(),
                Table.numberOrDash(now.score()),
                now.lossName(),
                Table.numberOrDash(now.loss()),
                Table.numberOrDash(now.noChange()),
                now.deadLettered());
        out.flush();
    }

    @Override
    public void close() {
        thread.interrupt();
        if (live != null) {
            live.close();
        }
    }
}
