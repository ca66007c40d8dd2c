package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eddy.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16"})
    void whatIsNotUtf8IsNotAltered(String charset) throws Exception {
        byte[] bytes = "name\nZürich\n".getBytes(Charset.forName(charset));
        assertThat(refused(Files.write(folder.resolve("rows.csv"), bytes), 1)).contains("UTF-8", "iconv");
    }

    @Test
    void theLineThatIsNotUtf8IsNamed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("\uFEFFname\n" + "Zürich\r\n".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
        bytes.write("Zürich\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write("Zürich\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("rows.csv.gz");
        Files.write(file, compressed(bytes.toByteArray()));
        assertThat(refused(file, 1)).contains("line 5002");
        Files.write(file, compressed("name\nZ\u00C3".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(refused(file, 1)).contains("line 2");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefused() throws Exception {
        assertThat(refused(write("a,b\n1,\"two\nlines\"\n3,\"4\n5,6\n7,8\n"), 1))
                .contains("line 4", "quote");
        assertThat(refused(write("a,b\n1,\"2\n3,\"4\"\n"), 1)).contains("line 2", "quote");
        assertThat(refused(write("a,\"b\n1,2\n"), 1)).contains("line 1", "quote");
    }

    @Test
    void aCellThatOnlyEndsMaySpanLines() throws Exception {
        assertThat(new CsvSamples(write("a,b\n1,\"two\n\nlines\"\n3,\"the \"\"end\"\"\n\""), null).count())
                .isEqualTo(2);
    }

    @Test
    void aCompressedFileIsReadWhateverItsName() throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.write(file, compressed("a\n1\n2\n".getBytes(StandardCharsets.UTF_8)));
        CsvSamples samples = new CsvSamples(file, null);
        assertThat(samples.hasColumn("a")).isTrue();
        assertThat(samples.count()).isEqualTo(2);
        assertThat(new CsvSamples(write("a"), null).count()).isZero();
    }

    @Test
    void nothingInAFileSteersTheTerminal() throws Exception {
        CsvSamples samples = new CsvSamples(write("a\u001b[2J\u202eb,\"c\r\nd\"\n"), null);
        Problem problem = catchThrowableOfType(Problem.class, () -> samples.requireColumn("y", "eddy.label"));
        assertThat(problem.report().lines()).hasSize(3);
        assertThat(problem.report()).contains("a?[2J?b, c??d").doesNotContain("\u001b", "\u202e");
        assertThat(refused(write("a\n\"b\"\u001b\n"), 1)).doesNotContain("\u001b");
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

    private static byte[] compressed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), content);
    }
}
