package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus itself says of its configuration, of the alerts and of the dashboard's expressions. */
class PromtoolTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void isInstalled() {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "promtool")));
        assumeTrue(there, "skipped: promtool is not installed (Debian: apt-get install prometheus)");
    }

    @Test
    void theAlertsAreRulesAndPassTheirTests() throws Exception {
        promtool("check", "rules", Monitoring.ALERTS.toString());
        promtool("test", "rules", Monitoring.ALERTS_TEST.toString());
    }

    @Test
    void eachAlertHasATest() throws IOException {
        String tests = Files.readString(Monitoring.ALERTS_TEST);
        assertThat(Monitoring.alerts())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(tests).contains(alert));
    }

    /** In one folder, as compose.yaml mounts them. */
    @Test
    void theConfigurationIsOne() throws Exception {
        Files.copy(Path.of("docker/prometheus.yml"), folder.resolve("prometheus.yml"));
        Files.copy(Monitoring.ALERTS, folder.resolve("eddy-alerts.yaml"));
        promtool("check", "config", folder.resolve("prometheus.yml").toString());
    }

    @Test
    void theDashboardsExpressionsAreOnes() throws Exception {
        List<String> rules = new ArrayList<>(List.of("groups:", "  - name: dashboard", "    rules:"));
        for (String expression : Monitoring.dashboardExpressions()) {
            String plain = expression.replace("$__rate_interval", "1m");
            rules.add("      - {record: 'panel_" + rules.size() + "', expr: '" + plain.replace("'", "''") + "'}");
        }
        promtool(
                "check",
                "rules",
                Files.write(folder.resolve("panels.yaml"), rules).toString());
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("promtool.out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    }
}
