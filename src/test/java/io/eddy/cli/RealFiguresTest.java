package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.LearnerConfig;
import io.eddy.it.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    @Test
    void wrongLabelsAreSurvived() throws Exception {
        Backtest backtest = new Backtest(config("electricity"));
        Random random = new Random(1);
        int right = 0;
        List<CsvSamples.Row> rows = rows("electricity.csv.gz");
        for (CsvSamples.Row row : rows) {
            right += backtest.isRight(row) ? 1 : 0;
            backtest.learn(random.nextInt(5) == 0 ? flipped(row) : row);
        }
        double accuracy = (double) right / rows.size();
        System.out.printf("electricity, 20 %% of the labels flipped: accuracy %.4f on the true ones%n", accuracy);
        assertThat(accuracy).isGreaterThan(0.82);
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
