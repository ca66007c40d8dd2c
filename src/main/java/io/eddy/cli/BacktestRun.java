package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.evaluation.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;

/** One file through a learner of its own, and what is seen on the way. */
final class BacktestRun {
    private static final long MESSAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Path file;
    private final CsvSamples samples;
    private final Backtest backtest;
    private final PassOptions passes;
    private final Set<String> noFeatures;
    private final long rows;
    private long saidAt = System.nanoTime();

    /** A run that has not begun; reads all of the file once to see that it can. */
    BacktestRun(LearnerConfig config, Path file, CsvSamples samples, PassOptions passes) throws InterruptedException {
        this.file = file;
        this.samples = samples;
        this.backtest = new Backtest(config);
        this.passes = passes;
        this.noFeatures = new HashSet<>(config.ignoredFeatures());
        noFeatures.add(config.label());
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
     * @param isImportanceWanted whether the fields' importance is
     * @param curve takes in the figures on the way
     */
    BacktestResult run(boolean isImportanceWanted, Curve curve, ProgressBar progress)
            throws IOException, InterruptedException {
        Consumer<CsvSamples.Row> learn = row -> {
            boolean isDrift = backtest.learn(row);
            progress.step();
            say(progress);
            curve.row(() -> backtest.report().figures());
            if (isDrift) {
                curve.drift();
            }
        };
        long direct = isImportanceWanted ? rows - Importance.ROWS : rows;
        List<CsvSamples.Row> last = new ArrayList<>();
        AtomicLong taken = new AtomicLong();
        long started = System.nanoTime();
        samples.forEach(passes.repeat(), passes.shuffle(), row -> {
            if (taken.incrementAndGet() <= direct) {
                learn.accept(row);
            } else {
                last.add(row);
            }
        });
        Map<String, Double> importance = new Importance(backtest, noFeatures).measure(last, learn);
        double seconds = (System.nanoTime() - started) / 1e9;
        return new BacktestResult(file, seconds, backtest.report(), curve, importance, backtest.digest());
    }

    private void say(ProgressBar progress) {
        if (Terminal.isInteractive() && System.nanoTime() - saidAt > MESSAGE_NANOS) {
            saidAt = System.nanoTime();
            progress.setExtraMessage(message(backtest.report().figures()));
        }
    }

    /** {@code " accuracy 0.905 no-change 0.853"}: the bar has no blank before it, and 80 columns are all there is. */
    static String message(Figures figures) {
        String headline = Series.headline(figures);
        StringBuilder message = new StringBuilder();
        message.append(' ').append(headline).append(' ').append(brief(Series.ALL.value(figures, headline)));
        Series.baselines(figures).stream()
                .limit(1)
                .forEach(baseline -> message.append(' ')
                        .append(baseline.name())
                        .append(' ')
                        .append(brief(baseline.value(figures, headline))));
        return message.toString();
    }

    private static String brief(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
    }
}
