package io.eddy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.learner.OnlineLearner;
import io.eddy.metrics.LearnerMeters;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.RejectionCode;
import io.eddy.wire.Sample;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

/** What the README says of keys, codes, meters and Java is what the code says. {@code -Deddy.readme=write} mends it. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String END = "<!-- end -->";

    @Test
    void keys() throws IOException {
        List<String> rows = new ArrayList<>(List.of("| key | default | |", "|---|---|---|"));
        ConfigDef definition = LearnerConfig.definition();
        for (String name : inOrderOfDeclaration(definition)) {
            ConfigKey key = definition.configKeys().get(name);
            String valid = key.validator instanceof ConfigDef.ValidString ? " " + choices(key) : "";
            rows.add("| `" + name + "` | " + defaultOf(key) + " | " + key.documentation + valid + " |");
        }
        assertGenerated("keys", rows);
    }

    @Test
    void rejectionCodes() throws IOException {
        List<String> rows = new ArrayList<>(List.of("| `eddy.error.code` | |", "|---|---|"));
        for (RejectionCode code : RejectionCode.values()) {
            rows.add("| `" + code + "` | " + code.meaning() + " |");
        }
        assertGenerated("rejection-codes", rows);
    }

    @Test
    void meters() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new LearnerMeters(registry).open(0).opened(learnerOfClasses(), 0, Duration.ZERO);
        Map<String, String> rows = new TreeMap<>();
        registry.getMeters().stream()
                .collect(Collectors.groupingBy(meter -> meter.getId().getName()))
                .forEach((name, same) -> rows.put(name, row(same)));
        List<String> table = new ArrayList<>(List.of("| meter | type | tags | |", "|---|---|---|---|"));
        table.addAll(rows.values());
        assertGenerated("meters", table);
    }

    /** One that has measured answers, so that every meter has a series. */
    private static OnlineLearner learnerOfClasses() {
        OnlineLearner learner =
                new OnlineLearner(LearnerConfig.of(Map.of("eddy.label", "y")).learnerSettings());
        Samples.classification(2, 1).stream().map(Samples::decode).forEach(sample -> {
            try {
                learner.predict(sample);
                learner.learn(sample);
            } catch (RejectedSampleException e) {
                throw new IllegalStateException(e);
            }
        });
        return learner;
    }

    private static String row(List<Meter> meters) {
        Meter.Id id = meters.get(0).getId();
        Set<String> tags = new TreeSet<>();
        for (Meter meter : meters) {
            for (Tag tag : meter.getId().getTags()) {
                boolean isOpen = List.of("code", "candidate", "class").contains(tag.getKey());
                tags.add("`" + tag.getKey() + (isOpen ? "" : "=" + tag.getValue()) + "`");
            }
        }
        tags.remove("`partition=0`");
        String type = id.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String unit = id.getBaseUnit() == null ? "" : ", " + id.getBaseUnit();
        return "| `" + id.getName() + "` | " + type + unit + " | " + String.join(", ", tags) + " | "
                + id.getDescription() + " |";
    }

    @Test
    void aRecordOfEachFormatIsTheSampleThatItSays() throws Exception {
        String readme = Files.readString(README);
        int from = readme.indexOf("<!-- formats: tested -->");
        List<String> formats = new ArrayList<>();
        for (String row : readme.substring(from, readme.indexOf(END, from))
                .lines()
                .skip(3)
                .toList()) {
            String[] cells = row.split("`", -1);
            LearnerConfig config = LearnerConfig.of(
                    Map.of("eddy.label", "variety", "eddy.format", cells[1], "eddy.csv.header", "area,variety"));
            Sample sample = new Sample();
            assertThat(config.newDecoder().decode(cells[3].getBytes(StandardCharsets.UTF_8), sample))
                    .isTrue();
            assertThat(sample.name(0) + sample.number(0) + sample.labelText()).isEqualTo("area15.26Kama");
            formats.add(cells[1]);
        }
        assertThat(formats).containsExactly("json", "connect", "debezium", "cloudevents", "csv");
    }

    @Test
    void theJavaIsThatOfTheExampleWhichATestRuns() throws IOException {
        String example = Files.readString(Path.of("src/test/java/io/eddy/LibraryExample.java"));
        String mark = "// README\n";
        int from = example.indexOf(mark) + mark.length();
        String code = example.substring(from, example.indexOf(mark, from)).stripTrailing();
        assertThat(Files.readString(README))
                .contains("```java\n" + code.stripIndent().strip() + "\n```");
    }

    @Test
    void everyPathThatItNamesIsThere() throws IOException {
        try (Stream<String> names = Stream.of(Files.readString(README).split("[`\\s(),;|]+"))) {
            assertThat(names.filter(name -> name.matches("(src|config|docker|\\.ci)/[\\w./-]+")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(Path.of(name)).exists());
        }
    }

    /** A ConfigDef forgets the order in which keys were defined, but for the one of their groups. */
    private static List<String> inOrderOfDeclaration(ConfigDef definition) throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/eddy/ConfigKeys.java"))
                + Files.readString(Path.of("src/main/java/io/eddy/NetworkKeys.java"))
                + Files.readString(Path.of("src/main/java/io/eddy/HttpKeys.java"));
        return definition.names().stream()
                .sorted((a, b) ->
                        Integer.compare(source.indexOf("= \"" + a + "\";"), source.indexOf("= \"" + b + "\";")))
                .toList();
    }

    private static String choices(ConfigKey key) {
        return "(" + key.validator.toString().replaceAll("[\\[\\]]", "`").replace(", ", "`, `") + ")";
    }

    private static String defaultOf(ConfigKey key) {
        if (!key.hasDefault()) {
            return "(required)";
        }
        Object value = key.defaultValue;
        if (value == null) {
            return key.name.startsWith("eddy.optimizer")
                    ? "the paper's"
                    : key.name.startsWith("eddy.http") ? "none" : "as above";
        }
        String text = value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                : value.toString();
        return text.isEmpty() ? "empty" : "`" + text + "`";
    }

    private static void assertGenerated(String name, List<String> rows) throws IOException {
        String readme = Files.readString(README);
        String begin = "<!-- " + name + ": generated -->\n";
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf(END, from);
        assertThat(readme).contains(begin);
        String expected = String.join("\n", rows) + "\n";
        if ("write".equals(System.getProperty("eddy.readme"))) {
            Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
            return;
        }
        assertThat(readme.substring(from, to))
                .as("stale; ./mvnw test -Dtest=ReadmeTest -Deddy.readme=write mends it")
                .isEqualTo(expected);
    }
}
