package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.evaluation.Figures;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;

/** One file through a learner of its own, and what is seen on the way. */
final class BacktestRun {
    private static final long MESSAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Path file;
    private final CsvSamples samples;
    private final Backtest backtest;
    private final PassOptions passes;
    private final long rows;
    private long saidAt = System.nanoTime();

    /** A run that has not begun; reads all of the file once to see that it can. */
    BacktestRun(LearnerConfig config, Path file, CsvSamples samples, PassOptions passes) throws InterruptedException {
        this.file = file;
        this.samples = samples;
        this.backtest = new Backtest(config);
        this.passes = passes;
        this.rows = samples.count() * passes.repeat();
    }

    String name() {
        return file.getFileName().toString();
    }

    long rows() {
        return rows;
    }

    /**
     * Goes to the end.
     *
     * @param each is given the curve's points at doubling counts, as they come
     */
    BacktestResult run(boolean isPlotted, ProgressBar progress, Consumer<Curve.Point> each)
            throws InterruptedException {
        Curve curve = new Curve(rows, isPlotted, each);
        long started = System.nanoTime();
        samples.forEach(passes.repeat(), passes.shuffle(), row -> {
            backtest.learn(row);
            progress.step();
            say(progress);
            curve.row(() -> backtest.report().figures());
        });
        double seconds = (System.nanoTime() - started) / 1e9;
        return new BacktestResult(file, seconds, backtest.report(), curve, Map.of(), backtest.digest());
    }

    private void say(ProgressBar progress) {
        if (Terminal.isInteractive() && System.nanoTime() - saidAt > MESSAGE_NANOS) {
            saidAt = System.nanoTime();
            progress.setExtraMessage(message(backtest.report().figures()));
        }
    }

    /** {@code accuracy 0.9047, no-change 0.8534}. */
    static String message(Figures figures) {
        String headline = Series.headline(figures);
        StringBuilder message = new StringBuilder();
        message.append(headline).append(' ').append(Table.numberOrDash(Series.ALL.value(figures, headline)));
        Series.baselines(figures).stream()
                .limit(1)
                .forEach(baseline -> message.append(", ")
                        .append(baseline.name())
                        .append(' ')
                        .append(Table.numberOrDash(baseline.value(figures, headline))));
        return message.toString();
    }
}
