package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eddy backtest}: the same learner over files, without Kafka. */
@Command(
        name = "backtest",
        description =
                "Runs the same learner over CSV files (.gz too), without Kafka: each row is predicted, then learned.",
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE.csv",
            description = "CSV with a header line. Each file has a learner of its own.")
    private List<Path> files;

    @Mixin
    private PassOptions passes;

    @Option(names = "--key", paramLabel = "COLUMN", description = "The column whose cells are the records' keys.")
    private String key;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "K-fold cross-validation of a classifier instead; --repeat is over that many seeds then.")
    private Integer folds;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the training rows, with --folds. Default: 1.")
    private Integer epochs;

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            description = "Draws the learning curves into one picture, a panel for each file.")
    private Path plotFile;

    @Option(
            names = "--importance",
            description = "Which fields count: how much worse the answers to the last 1,000 rows are with the values of"
                    + " each shuffled. Takes a prediction for each row and field.")
    private boolean importance;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseWhatMakesNoSense();
        LearnerConfig config = options.load();
        Plot plot = plotFile == null ? null : new Plot(plotFile);
        if (folds != null) {
            crossValidate(config);
            return 0;
        }
        List<BacktestRun> runs = new ArrayList<>();
        for (Path file : files) {
            runs.add(new BacktestRun(config, file, labelled(file, config), passes));
        }
        List<BacktestResult> results = run(runs);
        if (plot != null) {
            plot.write(results.stream().map(result -> PlotPanel.of(result)).toList());
        }
        return 0;
    }

    private void refuseWhatMakesNoSense() {
        if (folds == null && epochs != null) {
            throw Problem.usage(
                    "--epochs needs --folds",
                    "only a cross-validation trains in epochs",
                    "add --folds, or go through the file several times with --repeat " + epochs);
        }
        if (folds != null && files.size() > 1) {
            throw Problem.usage("--folds takes one file", files.size() + " are given", "run it once for each");
        }
        refuseBesideFolds("--plot", plotFile != null);
        refuseBesideFolds("--importance", importance);
    }

    private void refuseBesideFolds(String name, boolean isGiven) {
        if (folds != null && isGiven) {
            throw Problem.usage(
                    name + " and --folds don't go together",
                    "a cross-validation is many learners, none of which sees the rows as a stream",
                    "leave out one of the two");
        }
    }

    private CsvSamples labelled(Path file, LearnerConfig config) {
        CsvSamples samples = new CsvSamples(file, key);
        samples.requireColumn(config.label(), "eddy.label");
        return samples;
    }

    private List<BacktestResult> run(List<BacktestRun> runs) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        BacktestTables tables = new BacktestTables(out, Terminal.isInteractive());
        Consumer<Curve.Point> each = json ? point -> {} : tables::point;
        List<BacktestResult> results = new ArrayList<>();
        for (BacktestRun run : runs) {
            if (!json) {
                tables.begin(run.name());
            }
            BacktestResult result;
            try (ProgressBar progress = Progress.bar(run.rows())) {
                result = run.run(importance, new Curve(run.rows(), plotFile != null, each), progress);
            }
            results.add(result);
            if (!json) {
                tables.result(result);
            }
        }
        if (json) {
            JsonOutput.print(out, object -> {
                object.writeArrayFieldStart("files");
                for (BacktestResult result : results) {
                    result.write(object);
                }
                object.writeEndArray();
            });
        } else if (results.size() > 1) {
            tables.summary(results);
        }
        return results;
    }

    private void crossValidate(LearnerConfig config) throws IOException, InterruptedException {
        CrossValidation validation = new CrossValidation(config, folds, epochs == null ? 1 : epochs);
        CsvSamples samples = labelled(files.get(0), config);
        long first = passes.shuffle().orElse(config.learnerSettings().seed());
        new CrossValidationReport(
                        validation, files.get(0), json, spec.commandLine().getOut())
                .run(samples.rows(), first, passes.repeat());
    }
}
