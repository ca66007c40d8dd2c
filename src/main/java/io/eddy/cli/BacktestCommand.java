package io.eddy.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eddy.LearnerConfig;
import io.eddy.learner.LearnerReport;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE.csv", description = "CSV with a header line.")
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

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training rows, with --folds.")
    private int epochs = 1;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** What came of one file. */
    private record Result(Path file, long rows, double seconds, LearnerReport report, String digest) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        LearnerConfig config = options.load();
        PrintWriter out = spec.commandLine().getOut();
        if (folds != null) {
            crossValidate(new CrossValidation(config, folds, epochs), out);
            return 0;
        }
        List<Result> results = new ArrayList<>();
        for (Path file : files) {
            Result result = run(config, file);
            results.add(result);
            if (!json) {
                print(result, out);
            }
        }
        if (json) {
            JsonOutput.print(out, object -> write(results, object));
        }
        return 0;
    }

    private Result run(LearnerConfig config, Path file) throws InterruptedException {
        CsvSamples samples = labelled(file, config);
        Backtest backtest = new Backtest(config);
        long started = System.nanoTime();
        try (ProgressBar progress = Progress.bar("backtest", spec)) {
            samples.forEach(passes.repeat(), passes.shuffle(), row -> {
                backtest.learn(row);
                progress.step();
            });
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Result(file, backtest.report().consumed(), seconds, backtest.report(), backtest.digest());
    }

    private CsvSamples labelled(Path file, LearnerConfig config) {
        CsvSamples samples = new CsvSamples(file, key);
        samples.requireColumn(config.label(), "eddy.label");
        return samples;
    }

    private static void print(Result result, PrintWriter out) {
        LearnerReport report = result.report();
        out.printf(
                "%s: %d rows in %.1f s, %s%n",
                result.file().getFileName(), result.rows(), result.seconds(), report.task());
        out.printf("  eddy       %s%n", Table.figures(report.figures().metrics()));
        report.figures()
                .baselines()
                .forEach((name, figures) -> out.printf("  %-10s %s%n", name, Table.figures(figures)));
        if (report.deadLettered() > 0) {
            out.printf("  rejected   %s%n", report.deadLetters());
        }
        out.printf("  digest     %s%n", result.digest());
        out.flush();
    }

    private static void write(List<Result> results, JsonGenerator object) throws IOException {
        object.writeArrayFieldStart("files");
        for (Result result : results) {
            object.writeStartObject();
            object.writeStringField("file", result.file().getFileName().toString());
            object.writeNumberField("rows", result.rows());
            object.writeNumberField("seconds", result.seconds());
            object.writeNumberField("learned", result.report().learned());
            JsonOutput.counts(object, "deadLetters", result.report().deadLetters());
            JsonOutput.figures(object, result.report().figures());
            object.writeStringField("digest", result.digest());
            object.writeEndObject();
        }
        object.writeEndArray();
    }

    private void crossValidate(CrossValidation validation, PrintWriter out) throws IOException, InterruptedException {
        if (files.size() > 1) {
            throw Problem.usage("--folds takes one file", files.size() + " are given", "run it once for each");
        }
        List<CsvSamples.Row> rows = labelled(files.get(0), validation.config()).rows();
        long first =
                passes.shuffle().orElse(validation.config().learnerSettings().seed());
        List<List<Double>> repeats = new ArrayList<>();
        for (int r = 0; r < passes.repeat(); r++) {
            List<Double> accuracies = validation.accuracies(rows, first + r);
            repeats.add(accuracies);
            if (!json) {
                out.printf("seed %d: folds %s, mean %.4f%n", first + r, rounded(accuracies), mean(accuracies));
                out.flush();
            }
        }
        double mean = mean(repeats.stream().map(BacktestCommand::mean).toList());
        if (json) {
            JsonOutput.print(out, object -> {
                object.writeStringField("file", files.get(0).getFileName().toString());
                array(object, "folds", repeats.get(0));
                array(
                        object,
                        "repeats",
                        repeats.stream().map(BacktestCommand::mean).toList());
                object.writeNumberField("meanAccuracy", mean);
            });
        } else {
            out.printf("mean accuracy %.4f%n", mean);
        }
    }

    private static void array(JsonGenerator json, String name, List<Double> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (double number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private static String rounded(List<Double> numbers) {
        return numbers.stream().map(Table::number).toList().toString();
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
