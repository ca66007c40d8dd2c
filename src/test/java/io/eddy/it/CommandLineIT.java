package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.it.EddyProcess.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes: exit codes, three lines for what a user can cause, and the demo. */
class CommandLineIT {
    @TempDir
    private Path folder;

    private Path config;
    private Path rows;

    @BeforeEach
    void files() throws IOException {
        config = Files.writeString(
                folder.resolve("c.properties"), "eddy.label=y\nstate.dir=" + folder.resolve("state") + "\n");
        rows = Files.writeString(folder.resolve("rows.csv"), "a,y\n1,one\n2,two\n");
    }

    @Test
    void anUnreachableBroker() throws IOException {
        String nowhere = "bootstrap.servers=127.0.0.1:" + freePort();
        for (String command : new String[] {"run", "inspect", "watch"}) {
            assertProblem(
                    1,
                    "can't reach Kafka at 127.0.0.1",
                    command,
                    config.toString(),
                    "--set",
                    nowhere,
                    "--set",
                    "eddy.http.port=0");
        }
        assertProblem(1, "can't reach Kafka", "send", config.toString(), rows.toString(), "--set", nowhere);
    }

    @Test
    void aTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertProblem(1, port, "run", config.toString(), "--embedded-kafka=" + port);
            assertProblem(1, port, "run", config.toString(), "--embedded-kafka", "--set", "eddy.http.port=" + port);
        }
    }

    @Test
    void wrongUsageAndConfiguration() throws IOException {
        assertProblem(2, "there is no such file", "run", "none.properties");
        assertProblem(2, "there is no such file", "backtest", config.toString(), "none.csv");
        assertProblem(2, "no column weight", "send", config.toString(), rows.toString(), "--key", "weight");
        assertProblem(2, "no column z", "backtest", config.toString(), rows.toString(), "--set", "eddy.label=z");
        assertProblem(2, "did you mean eddy.seed?", "run", config.toString(), "--set", "eddy.sed=1");
        assertProblem(
                2,
                "eddy.label is missing",
                "run",
                Files.createFile(folder.resolve("e.properties")).toString());
        assertProblem(2, "processing.guarantee", "run", config.toString(), "--set", "processing.guarantee=maybe");
        assertProblem(2, "--help", "run");
        assertProblem(2, "--help", "learn", config.toString());
        assertProblem(2, "--help");
        assertProblem(2, "go together", "demo", "--label", "y");
        assertProblem(
                2, "--rate", "generate", config.toString(), "--rate", "0", "--set", "bootstrap.servers=127.0.0.1:1");
        assertProblem(2, "no column z", "demo", "--data", rows.toString(), "--label", "z");
        assertProblem(
                2,
                "processing.guarantee",
                "run",
                "--embedded-kafka",
                config.toString(),
                "--set",
                "processing.guarantee=maybe");
    }

    @Test
    void helpIsEverywhere() {
        for (String command : new String[] {
            "run", "demo", "send", "watch", "backtest", "inspect", "generate", "topics", "acls", "doctor"
        }) {
            Result help = EddyProcess.run(folder, command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: eddy " + command);
        }
    }

    @Test
    void theDemoFallsAtTheDriftComesBackAndEndsByItself() {
        Result demo = EddyProcess.start(folder, "demo", "--samples", "10000", "--rate", "1000")
                .await(Duration.ofSeconds(90));
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("accuracy (1000)")
                .contains("the scanner was recalibrated")
                .contains("10000 samples answered");
    }

    @Test
    void theDemoStreamsAFileAndEndsOnATerminationWithASummary() throws Exception {
        StringBuilder csv = new StringBuilder("a,y\n");
        for (int n = 0; n < 5000; n++) {
            csv.append(n % 7).append(',').append(n % 7 > 3 ? "high" : "low").append('\n');
        }
        Path file = Files.writeString(folder.resolve("demo.csv"), csv);
        EddyProcess demo =
                EddyProcess.start(folder, "demo", "--data", file.toString(), "--label", "y", "--rate", "200");
        org.awaitility.Awaitility.await().until(() -> demo.out().contains("no-change"));
        Result result = demo.terminate();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("samples answered");
    }

    private void assertProblem(int exitCode, String part, String... arguments) {
        Result result = EddyProcess.run(folder, arguments);
        assertThat(result.exitCode()).as("%s%s", result.out(), result.err()).isEqualTo(exitCode);
        String report = result.err().substring(Math.max(0, result.err().indexOf("eddy: ")));
        assertThat(report.lines()).as(result.err()).hasSize(3);
        assertThat(report)
                .contains(part)
                .contains("  why: ")
                .contains("  do:  ")
                .doesNotContain("\tat ");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
