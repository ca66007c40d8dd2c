package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a pseudo terminal: what is drawn in place, and how the terminal is left. */
class TerminalIT {
    private static final String UP = "\u001b\\[\\d+A";
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";

    @TempDir
    private Path folder;

    @BeforeEach
    void aPseudoTerminal() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")),
                "skipped: script is not installed (Debian: apt-get install bsdutils)");
    }

    @Test
    void theDemoRedrawsInPlaceAndRestoresTheCursorAtItsEnd() throws Exception {
        Process demo = onTerminal(EddyProcess.command("demo", "--samples", "3000", "--rate", "1000"));
        assertThat(textAtEnd(demo))
                .containsPattern(UP)
                .containsPattern("accuracy +\\d\\.\\d{4}")
                .contains("s behind")
                .contains("3000 samples answered");
    }

    @Test
    void runRestoresTheCursorOnASignal() throws Exception {
        Path config = Files.writeString(
                folder.resolve("c.properties"),
                "eddy.label=y\neddy.http.port=0\nstate.dir=" + folder.resolve("state") + "\n");
        Process run = onTerminal(EddyProcess.command("run", config.toString(), "--embedded-kafka"));
        try {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(text()).containsPattern(UP).contains("nothing learned yet"));
        } finally {
            run.descendants()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .forEach(ProcessHandle::destroy);
        }
        assertThat(textAtEnd(run)).contains("page");
        assertThat(run.exitValue()).isZero();
    }

    private Process onTerminal(String command) throws IOException {
        return new ProcessBuilder("script", "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("terminal.txt").toFile())
                .start();
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("terminal.txt"), StandardCharsets.UTF_8);
    }

    private String textAtEnd(Process process) throws Exception {
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        String text = text();
        assertThat(ended).as(text).isTrue();
        assertThat(text.lastIndexOf(SHOW_CURSOR)).isGreaterThan(text.lastIndexOf(HIDE_CURSOR));
        return text;
    }
}
