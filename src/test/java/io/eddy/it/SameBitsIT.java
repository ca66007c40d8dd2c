package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The same rows give the recorded bits ({@code digests.csv}) on every JDK that is installed, compiled or interpreted, by plain
 * loops or by the Vector API, with the longest vectors of this processor or the shortest of any.
 */
class SameBitsIT {
    private static final List<List<String>> MODES = List.of(
            List.of("-Xmixed"),
            List.of("-Xint"),
            List.of("--add-modules", "jdk.incubator.vector", "-Deddy.kernels=vector"),
            List.of("--add-modules", "jdk.incubator.vector", "-Deddy.kernels=vector", "-XX:MaxVectorSize=8"));

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "digests.csv", useHeadersInDisplayName = true)
    void onEveryJdkAndByAllKernels(String keys, String ofClasses, String ofNumbers) throws Exception {
        Path classes = csv("classes.csv", Samples.classification(1500, 1));
        Path numbers = csv("numbers.csv", Samples.regression(1500, 1));
        Path config = Files.write(
                folder.resolve("c.properties"),
                Stream.concat(Stream.of("eddy.label=y"), Stream.of(keys.split(";")))
                        .toList());
        for (Path java : installedJavas()) {
            for (List<String> mode : MODES) {
                EddyProcess.Result result = EddyProcess.withJava(
                                java,
                                folder,
                                mode,
                                "backtest",
                                config.toString(),
                                classes.toString(),
                                numbers.toString(),
                                "--json")
                        .await(Duration.ofMinutes(2));
                assertThat(result.exitCode()).as(result.err()).isZero();
                var files = Json.parse(result.out()).get("files");
                assertThat(files.get(0).get("digest").asText())
                        .as("%s %s", java, mode)
                        .isEqualTo(ofClasses);
                assertThat(files.get(1).get("digest").asText())
                        .as("%s %s", java, mode)
                        .isEqualTo(ofNumbers);
            }
        }
    }

    /** The one that runs this, and those beside it. */
    private static List<Path> installedJavas() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> javas = new ArrayList<>(List.of(own.resolve("bin").resolve("java")));
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            siblings.filter(home -> !Files.isSymbolicLink(home) && !home.equals(own))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .forEach(javas::add);
        }
        return javas;
    }

    private Path csv(String name, List<String> samples) throws IOException {
        StringBuilder csv = new StringBuilder();
        for (String sample : samples) {
            var fields = Json.parse(sample);
            if (csv.length() == 0) {
                csv.append(String.join(",", names(fields))).append('\n');
            }
            List<String> cells = new ArrayList<>();
            fields.forEach(field -> cells.add(field.asText()));
            csv.append(String.join(",", cells)).append('\n');
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private static List<String> names(com.fasterxml.jackson.databind.JsonNode fields) {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
