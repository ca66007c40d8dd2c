package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.LearnerConfig;
import io.eddy.http.Health;
import io.eddy.http.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LearnerServiceTest {
    @Test
    void beforeItStartsItIsAliveAndNoMoreAndItsChecksAreThoseOfTheReadme() throws IOException {
        try (LearnerService service = new LearnerService(LearnerConfig.of(Map.of("eddy.label", "y")))) {
            Health health = service.health();
            assertThat(health.live()).allMatch(HealthCheck::healthy);
            assertThat(health.ready()).anyMatch(check -> !check.healthy());
            assertThat(health.started()).noneMatch(HealthCheck::healthy);

            String readme = Files.readString(Path.of("README.md"));
            assertThat(readme)
                    .contains("| unless only a restart can help; restoring is alive | " + names(health.live()) + " |")
                    .contains("| while samples are answered | " + names(health.ready()) + " (")
                    .contains("| once it has been ready | " + names(health.started()) + " |");
        }
    }

    private static String names(List<HealthCheck> checks) {
        return checks.stream().map(check -> "`" + check.name() + "`").collect(Collectors.joining(", "));
    }
}
