package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestCommandTest {
    @TempDir
    private Path folder;

    private final CapturedEddy eddy = new CapturedEddy();
    private Path rows;

    /** One field decides the label, another is noise; a number goes with the same field. */
    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("class.properties"), "eddy.label=y\neddy.features.ignore=n\n");
        Files.writeString(folder.resolve("number.properties"), "eddy.label=n\neddy.features.ignore=y\n");
        StringBuilder csv = new StringBuilder("noise,signal,y,n\n");
        Random random = new Random(5);
        for (int i = 0; i < 2500; i++) {
            double signal = random.nextGaussian();
            csv.append(random.nextGaussian()).append(',').append(signal).append(',');
            csv.append(signal > 0 ? "up" : "down")
                    .append(',')
                    .append(3 * signal)
                    .append('\n');
        }
        rows = Files.writeString(folder.resolve("rows.csv"), csv);
    }

    @Test
    void theWayThereAndTheEndArePrinted() throws IOException {
        assertThat(run("class", rows.toString())).isZero();
        assertThat(eddy.out.toString().lines().map(line -> line.trim().split(" {2,}", -1)[0]))
                .containsSubsequence("rows.csv", "rows", "1,000", "2,000", "2,500")
                .containsSubsequence("accuracy", "kappa", "kappaNoChange", "macroF1", "skill")
                .doesNotContain("shuffled field", "file");
        List<String> headings = eddy.out
                .toString()
                .lines()
                .filter(line -> line.contains("no-change") && line.contains("majority"))
                .map(String::trim)
                .toList();
        assertThat(headings.get(0).split(" {2,}", -1))
                .containsExactly("rows", "accuracy", "last 1,000", "no-change", "majority");
        assertThat(headings.get(1).split(" {2,}", -1))
                .containsExactly("eddy", "last 1,000", "fading", "no-change", "majority");
        assertThat(eddy.out.toString())
                .contains("rows.csv: 2,500 rows in ", "candidate")
                .doesNotContain("\u001B");
    }

    @Test
    void severalFilesHaveLearnersOfTheirOwnAndASummary() throws IOException {
        Path copy = Files.copy(rows, folder.resolve("a-copy-of-the-rows.csv"));
        assertThat(run("class", rows.toString(), copy.toString())).isZero();
        List<String> digests = eddy.out
                .toString()
                .lines()
                .filter(line -> line.contains("digest"))
                .toList();
        assertThat(digests).hasSize(2);
        assertThat(digests.get(0)).isEqualTo(digests.get(1));
        String summary = eddy.out.toString().substring(eddy.out.toString().indexOf("  file "));
        assertThat(summary.lines().map(line -> line.trim().split(" ", -1)[0]))
                .containsExactly("file", "rows.csv", "a-copy-of-the-rows.csv", "other:");
    }

    @Test
    void anUnreadableFileIsNamedBeforeAnythingRuns() throws IOException {
        Path ragged = Files.writeString(folder.resolve("ragged.csv"), "a,y\n1,x\n2\n");
        assertThat(run("class", rows.toString(), ragged.toString())).isEqualTo(1);
        assertThat(eddy.out.toString()).isEmpty();
        assertThat(eddy.err.toString()).contains("ragged.csv").contains("Record 3");
    }

    @Test
    void theFieldThatDecidesCountsAndLookingChangesNothing() throws IOException {
        assertThat(run("class", rows.toString(), "--json")).isZero();
        assertThat(importance()).isEmpty();
        String plain = digest();
        eddy.out.getBuffer().setLength(0);
        assertThat(run("class", rows.toString(), "--json", "--importance")).isZero();
        assertThat(digest()).isEqualTo(plain);
        assertThat(importance()).hasSize(2);
        assertThat(importance().get(0)).startsWith("signal ");
        assertThat(value(importance().get(0))).isBetween(0.4, 0.6);
        assertThat(value(importance().get(1))).isBetween(-0.03, 0.03);
    }

    @Test
    void ofNumbersTheErrorRises() throws IOException {
        assertThat(run("number", rows.toString(), "--json", "--importance")).isZero();
        // the label is 3 times a normal variable: two of them are 3 sqrt(2) apart
        assertThat(importance().get(0)).startsWith("signal ");
        assertThat(value(importance().get(0))).isBetween(3.0, 4.5);
        assertThat(value(importance().get(1))).isLessThan(0.3);
    }

    @Test
    void aDriftIsFoundMarkedAndSaid() throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        Random random = new Random(3);
        for (int i = 0; i < 4000; i++) {
            double x = random.nextGaussian();
            csv.append(x).append(',').append(x > 0 ^ i >= 2000 ? "up" : "down").append('\n');
        }
        Path turned = Files.writeString(folder.resolve("turned.csv"), csv);
        Path picture = folder.resolve("turned.svg");
        assertThat(run("class", turned.toString(), "--json", "--plot", picture.toString()))
                .isZero();
        assertThat(eddy.out.toString()).containsPattern("\"driftRows\":\\[2[01][0-9]{2}[,\\]]");
        assertThat(picture).content().contains("class=\"drift\"");
    }

    @Test
    void theCurveIsInJsonAndThePictureInItsFile() throws IOException {
        Path picture = folder.resolve("curves.svg");
        assertThat(run("class", rows.toString(), "--json", "--plot", picture.toString()))
                .isZero();
        assertThat(eddy.out.toString().lines()).hasSize(1);
        assertThat(eddy.out.toString()).contains("\"curve\":[{\"rows\":1000,\"metrics\":{\"accuracy\":");
        assertThat(picture).content().startsWith("<svg").contains("rows.csv").endsWith("</svg>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs 3, --epochs, --folds",
        "--folds 5 --plot x.svg, --plot, --folds",
        "--folds 5 --importance, --importance, --folds",
        "--folds 1, --folds 1, at least 2",
        "--plot rows.csv, --plot rows.csv, .svg",
        "--plot none/a.svg, a.svg, no folder"
    })
    void whatMakesNoSenseIsRefused(String options, String first, String second) {
        List<String> arguments = new ArrayList<>(List.of(rows.toString()));
        arguments.addAll(List.of(options.split(" ", -1)));
        assertThat(run("class", arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(eddy.err.toString().lines()).hasSize(3);
        assertThat(eddy.err.toString()).contains(first, second);
        assertThat(eddy.out.toString()).isEmpty();
    }

    private int run(String configuration, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "backtest", folder.resolve(configuration + ".properties").toString()));
        all.addAll(List.of(arguments));
        return eddy.run(all.toArray(String[]::new));
    }

    private String digest() {
        return eddy.out.toString().replaceAll("(?s).*\"digest\":\"([0-9a-f]+)\".*", "$1");
    }

    /** Each field with its figure, in their order. */
    private List<String> importance() throws IOException {
        List<String> fields = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(eddy.out.toString())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("importance")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        json.nextToken();
                        fields.add(json.currentName() + " " + json.getDoubleValue());
                    }
                }
            }
        }
        return fields;
    }

    private static double value(String field) {
        return Double.parseDouble(field.substring(field.indexOf(' ') + 1));
    }
}
