package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.LearnerConfig;
import io.eddy.evaluation.Figures;
import io.eddy.it.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README says of real streams holds, and goes on to hold. */
class RealFiguresTest {
    private static final Pattern ELECTRICITY_LABEL = Pattern.compile("\"class\":\"(UP|DOWN)\"");

    /** The default model, told nothing but the label, and the task where classes are numbers. */
    @ParameterizedTest
    @CsvSource({
        "electricity.csv.gz, class, classification, accuracy, 0.915",
        "phishing.csv.gz, is_phishing, classification, accuracy, 0.905",
        "bananas.csv.gz, class, classification, accuracy, 0.877",
        "sea-drift.csv.gz, class, classification, accuracy, 0.886",
        "letters.csv.gz, letter, classification, accuracy, 0.86",
        "bike-sharing.csv.gz, cnt, regression, r2, 0.95",
        "approval.csv.gz, five_thirty_eight, regression, r2, 0.98"
    })
    void onePassUntuned(String file, String label, String task, String figure, double least) throws Exception {
        Backtest backtest = new Backtest(LearnerConfig.of(Map.of("eddy.label", label, "eddy.task", task)));
        rows(file).forEach(backtest::learn);
        Figures figures = backtest.report().figures();
        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %.4f |",
                file.replaceAll("\\..*", ""),
                figure,
                figures.metrics().get(figure));
        figures.baselines()
                .values()
                .forEach(baseline -> System.out.printf(Locale.ROOT, " %.4f |", baseline.get(figure)));
        System.out.println();
        assertThat(figures.metrics().get(figure)).isGreaterThanOrEqualTo(least);
    }

    @Test
    void onePassOfTwoHundredRowsUntuned() throws Exception {
        double sum = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Backtest backtest = new Backtest(LearnerConfig.of(Map.of("eddy.label", "variety")));
            new CsvSamples(SharedData.file("wheat-seeds.csv"), null).forEach(1, OptionalLong.of(seed), backtest::learn);
            sum += backtest.report().figures().metrics().get("accuracy");
        }
        System.out.printf(Locale.ROOT, "| wheat-seeds, accuracy, mean of 20 shuffles | %.4f |%n", sum / 20);
        assertThat(sum / 20).isGreaterThanOrEqualTo(0.88);
    }

    @ParameterizedTest
    @CsvSource({"wheat-seeds-article, 500, 0.94", "wheat-seeds-recurrent, 100, 0.95"})
    void theClassicExperimentIsReproduced(String configuration, int epochs, double least) throws Exception {
        CrossValidation validation = new CrossValidation(config(configuration), 5, epochs);
        List<CsvSamples.Row> rows = rows("wheat-seeds.csv");
        double sum = 0;
        for (long seed = 1; seed <= 10; seed++) {
            sum += validation.accuracies(rows, seed).stream()
                            .mapToDouble(a -> a)
                            .sum()
                    / 5;
        }
        assertThat(sum / 10).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"letters, letters.csv.gz, 0.79", "electricity, electricity.csv.gz, 0.90"})
    void onePassWithATunedNetwork(String configuration, String file, double least) throws Exception {
        Backtest backtest = new Backtest(config(configuration));
        rows(file).forEach(backtest::learn);
        assertThat(backtest.report().figures().metrics().get("accuracy")).isGreaterThanOrEqualTo(least);
    }

    /** A fifth of the labels is wrong, the answers are held against the right ones. */
    @ParameterizedTest
    @CsvSource({"auto, 0.83", "network, 0.82"})
    void wrongLabelsAreSurvived(String model, double least) throws Exception {
        Backtest backtest = new Backtest(
                model.equals("auto") ? LearnerConfig.of(Map.of("eddy.label", "class")) : config("electricity"));
        Random random = new Random(1);
        int right = 0;
        List<CsvSamples.Row> rows = rows("electricity.csv.gz");
        for (CsvSamples.Row row : rows) {
            right += backtest.isRight(row).orElse(false) ? 1 : 0;
            backtest.learn(random.nextInt(5) == 0 ? flipped(row) : row);
        }
        double accuracy = (double) right / rows.size();
        System.out.printf("electricity, 20 %% of labels flipped, %s: %.4f on the true ones%n", model, accuracy);
        assertThat(accuracy).isGreaterThan(least);
    }

    private static CsvSamples.Row flipped(CsvSamples.Row row) {
        String text = new String(row.sample(), StandardCharsets.UTF_8);
        Matcher label = ELECTRICITY_LABEL.matcher(text);
        assertThat(label.find()).isTrue();
        String other = label.group(1).equals("UP") ? "DOWN" : "UP";
        String flipped = label.replaceFirst("\"class\":\"" + other + "\"");
        return new CsvSamples.Row(row.key(), flipped.getBytes(StandardCharsets.UTF_8));
    }

    private static LearnerConfig config(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("config", name + ".properties"))) {
            properties.load(reader);
        }
        Map<String, String> keys = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> keys.put(key, properties.getProperty(key)));
        return LearnerConfig.of(keys);
    }

    private static List<CsvSamples.Row> rows(String file) throws InterruptedException {
        return new CsvSamples(SharedData.file(file), null).rows();
    }
}
