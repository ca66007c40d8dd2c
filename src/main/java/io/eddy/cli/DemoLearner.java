package io.eddy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.eddy.LearnerConfig;
import io.eddy.cli.CommittedLearners.Committed;
import io.eddy.http.Health;
import io.eddy.http.HealthCheck;
import io.eddy.http.KillSwitch;
import io.eddy.http.LearnerFrame;
import io.eddy.http.LearnerSource;
import io.eddy.http.LearnerView;
import io.eddy.http.PartitionView;
import io.eddy.metrics.PartitionJournal.Stored;
import io.eddy.metrics.PartitionReport;
import io.eddy.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The demo's learner: a process of its own, which can be killed. Whoever kills it, a next one is started, after a look at
 * what the killed one had committed.
 */
final class DemoLearner implements LearnerSource, KillSwitch, AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;
    private static final List<HealthCheck> FINE = List.of(new HealthCheck("demo", true, "running"));

    private final LearnerConfig config;
    private final Path file;
    private final Thread thread = new Thread(this::run, "demo-learner");
    private volatile Process process;
    private volatile boolean stopping;
    private volatile Problem failure;
    private volatile LearnerFrame frame =
            new LearnerFrame(new LearnerView(0, down(), List.of(), List.of(), List.of()), "");
    private volatile boolean connected; // whether the frame is of the process that runs
    private volatile Outcome outcome = new Outcome(0, 0, null, null, null);
    private long killedAt; // of the thread above

    /** @param file the configuration as a file */
    DemoLearner(LearnerConfig config, Path file) {
        this.config = config;
        this.file = file;
        thread.setDaemon(true);
    }

    void start() {
        process = launch();
        thread.start();
    }

    private Process launch() {
        try {
            Process started = JavaProcess.of(file.getParent(), List.of("demo-learner", file.toString()));
            Outcome last = outcome;
            outcome = new Outcome(started.pid(), last.kills(), last.committed(), null, null);
            return started;
        } catch (IOException e) {
            throw Problem.failure(
                    "can't start the demo's learner",
                    String.valueOf(e.getMessage()),
                    "it is a process of the same Java, which has to be allowed",
                    e);
        }
    }

    private void run() {
        try {
            while (true) {
                follow();
                int exitCode = process.waitFor();
                if (stopping) {
                    return;
                }
                killedAt = System.nanoTime();
                if (exitCode == 1 || exitCode == 2) {
                    throw Problem.failure(
                            "the demo's learner ended",
                            "its exit code is " + exitCode + "; what it said is above",
                            "mend that and start the demo again");
                }
                List<Committed> committed = CommittedLearners.read(config);
                restart(committed.isEmpty() ? null : stored(committed.get(0)));
            }
        } catch (Problem e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void restart(Stored committed) {
        if (!stopping) {
            outcome = new Outcome(outcome.pid(), outcome.kills() + 1, committed, null, null);
            process = launch();
        }
    }

    private static Stored stored(Committed committed) {
        return new Stored(committed.report().learned(), committed.digest());
    }

    private void follow() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) { // else it is a warning of the JVM's
                    frame = LearnerFrame.fromLine(line);
                    connected = true;
                    noteRestored(frame.view());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the process has ended, perhaps within a line
        }
        connected = false;
    }

    private void noteRestored(LearnerView view) {
        if (outcome.kills() == 0 || outcome.seconds() != null) {
            return;
        }
        boolean ready = view.health().ready().stream().allMatch(HealthCheck::healthy);
        if (ready && !view.partitions().isEmpty()) {
            Stored restored = view.partitions().get(0).restored();
            double seconds = (System.nanoTime() - killedAt) / 1e9;
            outcome = new Outcome(outcome.pid(), outcome.kills(), outcome.committed(), restored, seconds);
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    /** Why it can't go on, or null. */
    Problem failure() {
        return failure;
    }

    @Override
    public String scrape() {
        return frame.scrape();
    }

    @Override
    public Health health() {
        return view().health();
    }

    private static Health down() {
        List<HealthCheck> waiting = List.of(new HealthCheck("learner", false, "its process is being started"));
        return new Health(FINE, waiting, waiting);
    }

    @Override
    public List<PartitionReport> reports() {
        return frame.view().partitions().stream()
                .filter(partition -> partition.report() != null)
                .map(PartitionView::toReport)
                .toList();
    }

    @Override
    public LearnerView view() {
        LearnerView last = frame.view();
        return connected ? last : last.stopped(down());
    }

    /** Lets the process commit and end. */
    @Override
    public void close() {
        Process last;
        synchronized (this) {
            stopping = true;
            last = process;
        }
        if (last == null) {
            return;
        }
        try {
            last.getOutputStream().close();
            if (!last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                last.destroyForcibly();
            }
        } catch (IOException e) {
            last.destroyForcibly();
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
