package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eddy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    private Path folder;

    @Test
    void asManyColumnsAsASampleHasFieldsAreReadAndNoMore() throws Exception {
        Path most = write(columns(20_000) + "1,".repeat(19_999) + "1\n");
        assertThat(new CsvSamples(most, null).count()).isEqualTo(1);
        assertThat(refused(write(columns(20_001)), 1)).contains("rows.csv", "line 1", "20000");
        assertThat(refused(write("a,b\n1,2\n" + "1,".repeat(20_000) + "1\n"), 1))
                .contains("line 3", "20000");
    }

    @Test
    void aColumnThatIsNamedTwiceIsRefused() throws Exception {
        assertThat(refused(write("size,y,size\n1,2,3\n"), 2)).contains("rows.csv", "column size");
    }

    @Test
    void columnsWithoutANameAreNotTheSame() throws Exception {
        assertThat(new CsvSamples(write("a,y,,\n1,2,,\n"), null).count()).isEqualTo(1);
    }

    /** What is said of a file that can't be read to its end. */
    private static String refused(Path file, int exitCode) {
        Problem problem = catchThrowableOfType(Problem.class, () -> new CsvSamples(file, null).count());
        assertThat(problem.exitCode()).isEqualTo(exitCode);
        assertThat(problem.getCause()).isNull();
        assertThat(problem.report().lines()).hasSize(3);
        return problem.report();
    }

    private static String columns(int count) {
        return IntStream.range(0, count).mapToObj(c -> "c" + c).collect(Collectors.joining(",", "", "\n"));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), content);
    }
}
