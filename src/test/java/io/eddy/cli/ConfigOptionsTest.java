package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigOptionsTest {
    @Test
    void fileThenEnvironmentThenSet() {
        LearnerConfig config = ConfigOptions.assemble(
                Map.of("eddy.label", "file", "eddy.seed", "1", "application.id", "from-file"),
                Map.of(
                        "EDDY_LABEL", "environment",
                        "EDDY_SEED", "2",
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                        "KAFKA_SOME__KEY___X", "v",
                        "PATH", "/bin"),
                Map.of("eddy.seed", "3"));
        assertThat(config.label()).isEqualTo("environment");
        assertThat(config.learnerSettings().seed()).isEqualTo(3);
        assertThat(config.applicationId()).isEqualTo("from-file");
        assertThat(config.streamsProperties())
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("some_key-x", "v");
    }

    @Test
    void aVariableThatIsNoKeyIsNamed() {
        assertThatThrownBy(
                        () -> ConfigOptions.assemble(Map.of("eddy.label", "y"), Map.of("EDDY_HOME", "/opt"), Map.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll("eddy.home", "EDDY_HOME");
    }

    @Test
    void whatKubernetesAddsIsNotTakenForKeys() {
        LearnerConfig config = ConfigOptions.assemble(
                Map.of("eddy.label", "y"),
                Map.of(
                        "EDDY_PORT", "tcp://10.0.0.1:8080",
                        "EDDY_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                        "EDDY_SERVICE_HOST", "10.0.0.1",
                        "EDDY_METRICS_SERVICE_PORT_HTTP", "8080",
                        "EDDY_HTTP_PORT", "tcp://10.0.0.3:80",
                        "KAFKA_PORT", "tcp://10.0.0.2:9092"),
                Map.of());
        assertThat(config.streamsProperties()).doesNotContainKey("port");
    }
}
