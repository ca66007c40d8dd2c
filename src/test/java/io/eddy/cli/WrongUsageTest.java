package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be meant is refused before anything is started. */
class WrongUsageTest {
    @TempDir
    private Path folder;

    private final CapturedEddy eddy = new CapturedEddy();

    @ParameterizedTest
    @CsvSource({
        "demo --rate 0, --rate 0.0",
        "demo --rate -5, --rate -5.0",
        "demo --samples -3, --samples -3",
        "generate CONFIG --samples 0, --samples 0",
        "run CONFIG --embedded-kafka=99999, --embedded-kafka=99999",
        "run CONFIG --embedded-kafka=-1, --embedded-kafka=-1",
        "acls CONFIG --principal x, --principal x",
        "acls CONFIG --principal User:it's, --principal User:it's",
    })
    void isThreeLines(String line, String named) throws IOException {
        assertThat(eddy(line, "eddy.label=y\n")).isEqualTo(2);
        assertThat(eddy.err.toString().lines()).hasSize(3);
        assertThat(eddy.err.toString()).contains(named);
        assertThat(eddy.out.toString()).isEmpty();
    }

    @Test
    void aFileMayBeginWithAByteOrderMark() throws IOException {
        assertThat(eddy("acls CONFIG --principal User:x", "\ufeffeddy.label=y\n"))
                .isZero();
    }

    private int eddy(String line, String configuration) throws IOException {
        Path config = Files.writeString(folder.resolve("c.properties"), configuration);
        return eddy.run(line.replace("CONFIG", config.toString()).split(" ", -1));
    }
}
