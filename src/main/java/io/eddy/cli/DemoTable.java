package io.eddy.cli;

import io.eddy.cli.demo.WheatKernels;
import io.eddy.evaluation.Figures;
import io.eddy.http.KillSwitch;
import io.eddy.http.LearnerView;
import io.eddy.learner.LearnerReport;
import io.eddy.metrics.PartitionJournal.Stored;
import io.eddy.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the demo shows: on a terminal the live view, elsewhere a table, with a line at doubling counts: of all samples, and from the drift on of those since. */
final class DemoTable implements AutoCloseable {
    private static final List<String> CLASSIFICATION = List.of("accuracy", "logLoss");
    private static final List<String> REGRESSION = List.of("rmse", "mae");
    private static final long FIRST_LINE = 250;

    private final DemoLearner learner;
    private final DemoStream stream;
    private final PrintWriter out;
    private final LiveDisplay live; // null where nobody looks
    private long since; // the start, or the drift
    private long next = FIRST_LINE; // so many samples later there is a line
    private long lastConsumed;
    private long lastTime;
    private int kills;
    private boolean headed;
    private boolean drifted;
    private boolean ended;

    DemoTable(DemoLearner learner, DemoStream stream, PrintWriter out) {
        this.learner = learner;
        this.stream = stream;
        this.out = out;
        live = LiveDisplay.onTerminal(out);
    }

    /** Prints until the stream has ended and all of it is answered. */
    void follow() throws InterruptedException {
        while (true) {
            TimeUnit.MILLISECONDS.sleep(250);
            if (learner.failure() != null) {
                throw learner.failure();
            }
            if (stream.failure() != null) {
                Exception failure = stream.failure();
                throw failure instanceof Problem problem
                        ? problem
                        : Problem.failure("the demo's stream stopped", failure.toString(), "start it again", failure);
            }
            if (Terminal.isClosed(out)) {
                return;
            }
            boolean sent = stream.hasEnded();
            tellKill(learner.outcome());
            LearnerView view = learner.view();
            Optional<LearnerReport> report = report();
            report.ifPresent(this::tellDrift);
            if (live != null) {
                live.draw(view);
            } else {
                report.filter(r -> r.consumed() - since >= next).ifPresent(r -> line(r, view.at()));
            }
            if (sent && report.isPresent() && report.get().consumed() >= stream.sent()) {
                return;
            }
        }
    }

    private Optional<LearnerReport> report() {
        return learner.reports().stream().findFirst().map(partition -> partition.report());
    }

    private void tellKill(KillSwitch.Outcome outcome) {
        if (outcome.kills() > kills && outcome.seconds() != null) {
            kills = outcome.kills();
            tell(String.format(
                    Locale.ROOT,
                    "---------- the learner was killed, and answered again after %.1f s; committed: %s, restored: %s ----------",
                    outcome.seconds(),
                    text(outcome.committed()),
                    text(outcome.restored())));
        }
    }

    private void tellDrift(LearnerReport report) {
        if (!drifted && stream.isWheat() && report.consumed() >= WheatKernels.DRIFT_AT) {
            drifted = true;
            since = report.consumed();
            next = FIRST_LINE;
            tell("---------- the scanner was recalibrated: every kernel looks larger now ----------");
        }
    }

    private void tell(String event) {
        if (live == null) {
            out.println(event);
        } else {
            live.above(() -> out.println(event));
        }
    }

    private static String text(Stored stored) {
        return stored == null
                ? "nothing"
                : stored.learned() + " learned, digest " + stored.digest().substring(0, 16) + "...";
    }

    /** @param at in milliseconds */
    private synchronized void line(LearnerReport report, long at) {
        if (ended) {
            return;
        }
        List<String> metrics = metrics(report);
        if (!headed) {
            headed = true;
            out.printf(
                    "%n%10s %10s %16s %12s %14s %10s%n",
                    "samples", "learned", metrics.get(0) + " (1000)", metrics.get(1), "no-change", "samples/s");
        }
        while (report.consumed() - since >= next) {
            next *= 2;
        }
        double perSecond = lastTime == 0 ? 0 : Math.max(0, report.consumed() - lastConsumed) * 1e3 / (at - lastTime);
        lastConsumed = report.consumed();
        lastTime = at;
        Figures figures = report.figures();
        out.printf(
                Locale.ROOT,
                "%10d %10d %16s %12s %14s %10.0f%n",
                report.consumed(),
                report.learned(),
                figure(figures.recent(), metrics.get(0)),
                figure(figures.recent(), metrics.get(1)),
                figure(figures.baselines().getOrDefault("noChange", Map.of()), metrics.get(0)),
                perSecond);
        out.flush();
    }

    private static List<String> metrics(LearnerReport report) {
        return report.task().equals("regression") ? REGRESSION : CLASSIFICATION;
    }

    private static String figure(Map<String, Double> figures, String name) {
        return figures.containsKey(name) ? Table.number(figures.get(name)) : "-";
    }

    /** What came of it; nothing is printed after that. */
    synchronized void summary() {
        if (ended) {
            return;
        }
        ended = true;
        close();
        report().ifPresent(report -> {
            out.printf(
                    "%n%d samples answered, %d learned, %d only predicted, %d rejected%n",
                    report.consumed(), report.learned(), report.predictedOnly(), report.deadLettered());
            out.printf("  eddy       %s%n", Table.figures(report.figures().metrics()));
            report.figures()
                    .baselines()
                    .forEach((name, figures) -> out.printf("  %-10s %s%n", name, Table.figures(figures)));
            out.flush();
        });
    }

    @Override
    public void close() {
        if (live != null) {
            live.close();
        }
    }
}
