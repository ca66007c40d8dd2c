package io.eddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eddy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerConfigTest {
    @Test
    void onlyTheLabelHasNoDefault() {
        LearnerConfig config = LearnerConfig.of(Map.of("eddy.label", "variety"));
        assertThat(config.applicationId()).isEqualTo("eddy");
        assertThat(config.samplesTopic()).isEqualTo("eddy-samples");
        assertThat(config.predictionsTopic()).isEqualTo("eddy-predictions");
        assertThat(config.deadLettersTopic()).isEqualTo("eddy-dead-letters");
        assertThat(config.streamsProperties())
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("bootstrap.servers", "localhost:9092");
        assertThat(config.warnings()).isEmpty();
        assertThat(LearnerConfig.definition().configKeys().values().stream()
                        .filter(key -> !key.hasDefault())
                        .map(key -> key.name))
                .containsExactly("eddy.label");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eddy.labell | x | unknown key eddy.labell | did you mean eddy.label?",
                "eddy.learning.rat | x | unknown key eddy.learning.rat | did you mean eddy.learning.rate?",
                "eddy.seed | soon | eddy.seed | README",
                "eddy.learning.rate | 0 | eddy.learning.rate | README",
                "eddy.network.hidden | 3,0 | eddy.network.hidden | README",
                "eddy.network.activation | softplus | eddy.network.activation | README",
                "eddy.features.types | zip | name:type | README",
                "eddy.features.types | zip:code | 'zip:code' must be name:type | README",
                "eddy.features.types | :text | name:type | README",
                "eddy.features.types | a:text,a:time | 'a' is there twice | README",
                "eddy.features.lags | 21 | eddy.features.lags | README",
                "eddy.features.lags.by | row | eddy.features.lags.by | README",
                "eddy.format | csv | eddy.format=csv needs eddy.csv.header | eddy.csv.header=area",
                "eddy.format | avro | eddy.format | README",
                "eddy.csv.header | a,b,a | eddy.csv.header=a,b,a has a name twice | another name",
                "eddy.http.port | 70000 | eddy.http.port | README",
                "eddy.label | '' | eddy.label is missing | --set",
                "eddy.topic.dead.letters | '' | eddy.topic.dead.letters | README",
                "eddy.topic.samples | a b/c | eddy.topic.samples | README",
                "application.id | .. | application.id | README",
                "eddy.topic.predictions | eddy-samples | eddy-samples, eddy-samples, eddy-dead-letters | different",
                "eddy.topic.dead.letters | eddy-predictions | eddy-predictions, eddy-predictions | different",
                "eddy.label | | eddy.label is null | leave",
                "state.dir | | state.dir is null | leave",
            })
    void whatIsWrongIsNamedWithWhatToDo(String key, String value, String what, String remedy) {
        Map<String, String> properties = new HashMap<>(Map.of("eddy.label", "y"));
        properties.put(key, value);
        Problem problem = catchThrowableOfType(Problem.class, () -> LearnerConfig.of(properties));
        assertThat(problem).isNotNull();
        assertThat(problem.exitCode()).isEqualTo(2);
        assertThat(problem.report().lines()).hasSize(3);
        assertThat(problem.report()).contains(what).contains(remedy);
    }

    @Test
    void lossAndTaskMustFit() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> LearnerConfig.of(
                        Map.of("eddy.label", "y", "eddy.task", "regression", "eddy.loss", "cross-entropy")));
        assertThat(problem.report()).contains("eddy.loss=cross-entropy").contains("eddy.task=regression");
    }

    @Test
    void passwordsOfHttpComeWithWhatTheyProtect() {
        for (List<String> pair : List.of(
                List.of("eddy.http.user", "eddy.http.password"),
                List.of("eddy.http.tls.keystore", "eddy.http.tls.keystore.password"))) {
            for (String alone : pair) {
                Problem problem = catchThrowableOfType(
                        Problem.class, () -> LearnerConfig.of(Map.of("eddy.label", "y", alone, "secret")));
                assertThat(problem.exitCode()).isEqualTo(2);
                assertThat(problem.report()).contains(pair).doesNotContain("secret");
            }
        }
    }

    @Test
    void aPasswordComesFromAProviderAndIsNotShown(@TempDir Path folder) throws IOException {
        Path secrets = Files.writeString(folder.resolve("secrets.properties"), "http=open sesame\n");
        Map<String, String> properties = Map.of(
                "eddy.label",
                "y",
                "eddy.http.user",
                "eddy",
                "eddy.http.password",
                "${secret:" + secrets + ":http}",
                "config.providers",
                "secret",
                "config.providers.secret.class",
                "org.apache.kafka.common.config.provider.FileConfigProvider");
        HttpConfig http = LearnerConfig.of(properties).http();
        assertThat(http.password().value()).isEqualTo("open sesame");
        assertThat(http.toString()).contains("eddy").doesNotContain("sesame");
    }

    @Test
    void aPasswordThatWouldCrossTheNetworkIsWarnedOf() {
        Map<String, String> properties =
                new HashMap<>(Map.of("eddy.label", "y", "eddy.http.user", "eddy", "eddy.http.password", "secret"));
        assertThat(LearnerConfig.of(properties).warnings()).isEmpty();
        properties.put("eddy.http.host", "0.0.0.0");
        assertThat(LearnerConfig.of(properties).warnings())
                .singleElement()
                .asString()
                .contains("eddy.http.tls.keystore")
                .doesNotContain("secret");
    }

    @Test
    void otherKeysGoToKafkaAsTheyAre() {
        LearnerConfig config = LearnerConfig.of(Map.of(
                "eddy.label",
                "y",
                "security.protocol",
                "SSL",
                "processing.guarantee",
                "at_least_once",
                "producer.linger.ms",
                "7"));
        assertThat(config.streamsProperties())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("processing.guarantee", "at_least_once")
                .containsEntry("producer.linger.ms", "7")
                .doesNotContainKey("eddy.label");
    }

    @Test
    void aKeyOfTheUsersIsStrongerThanADefaultWithAPrefix() {
        LearnerConfig config = LearnerConfig.of(Map.of(
                "eddy.label",
                "y",
                "session.timeout.ms",
                "45000",
                "max.request.size",
                "20000000",
                "group.protocol",
                "streams"));
        assertThat(config.streamsProperties())
                .doesNotContainKeys("consumer.session.timeout.ms", "producer.max.request.size", "group.instance.id")
                .containsEntry("consumer.heartbeat.interval.ms", 1500);
    }

    @Test
    void columnsGoWithCsvAndOneOfThemIsTheLabel() {
        Map<String, String> csv = Map.of("eddy.label", "y", "eddy.format", "csv", "eddy.csv.header", "a,y");
        assertThat(LearnerConfig.of(csv).warnings()).isEmpty();
        Map<String, String> unlabelled = new HashMap<>(csv);
        unlabelled.put("eddy.label", "z");
        assertThat(LearnerConfig.of(unlabelled).warnings())
                .singleElement()
                .asString()
                .contains("eddy.label=z");
        assertThat(LearnerConfig.of(Map.of("eddy.label", "y", "eddy.csv.header", "a,y"))
                        .warnings())
                .singleElement()
                .asString()
                .contains("eddy.format=csv");
    }

    @ParameterizedTest
    @CsvSource({"auto,true", "json,true", "debezium,true", "connect,false", "cloudevents,false", "csv,false"})
    void whatSendsPlainJsonAsksWhetherItIsRead(String format, boolean read) {
        LearnerConfig config =
                LearnerConfig.of(Map.of("eddy.label", "y", "eddy.format", format, "eddy.csv.header", "a,y"));
        Problem problem = catchThrowableOfType(Problem.class, config::requirePlainJson);
        assertThat(problem == null).isEqualTo(read);
        assertThat(read || problem.report().contains("eddy.format is " + format))
                .isTrue();
    }

    @Test
    void atLeastOnceIsWarnedOf() {
        assertThat(LearnerConfig.of(Map.of("eddy.label", "y", "processing.guarantee", "at_least_once"))
                        .warnings())
                .singleElement()
                .asString()
                .contains("at_least_once");
    }

    @Test
    void anInstanceKeepsItsNameAndSharesItWithNone() {
        Object here = LearnerConfig.of(Map.of("eddy.label", "y", "state.dir", "one"))
                .streamsProperties()
                .get("group.instance.id");
        assertThat(here)
                .isEqualTo(LearnerConfig.of(Map.of("eddy.label", "y", "state.dir", "./one/"))
                        .streamsProperties()
                        .get("group.instance.id"))
                .isNotEqualTo(LearnerConfig.of(Map.of("eddy.label", "y", "state.dir", "two"))
                        .streamsProperties()
                        .get("group.instance.id"));
    }

    @Test
    void itsClientsKeepTheirNameToo() {
        Map<String, Object> properties =
                LearnerConfig.of(Map.of("eddy.label", "y")).streamsProperties();
        assertThat(properties.get("client.id")).isEqualTo(properties.get("group.instance.id"));
        for (String key : List.of("group.instance.id", "client.id")) {
            assertThat(LearnerConfig.of(Map.of("eddy.label", "y", key, "eddy-0"))
                            .streamsProperties())
                    .containsEntry("client.id", "eddy-0");
        }
    }
}
