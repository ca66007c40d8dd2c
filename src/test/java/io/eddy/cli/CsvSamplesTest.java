package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSamplesTest {
    @TempDir
    private Path folder;

    @Test
    void cellsBecomeWhatTheyLookLike() throws Exception {
        Path file =
                write("a.csv", "n,f,b,t,z,e,q\n12,-0.5e3,true,red,007,,\"x,\"\"y\"\"\"\n+1,.5,false, 3 ,1.,\"\",NaN\n");
        assertThat(rows(new CsvSamples(file, null), 1, OptionalLong.empty()))
                .containsExactly(
                        "{\"n\":12,\"f\":-0.5e3,\"b\":true,\"t\":\"red\",\"z\":\"007\",\"q\":\"x,\\\"y\\\"\"}",
                        "{\"n\":1.0,\"f\":0.5,\"b\":false,\"t\":3,\"z\":1.0,\"q\":\"NaN\"}");
    }

    @Test
    void aSpreadsheetsByteOrderMarkIsNoPartOfTheName() throws Exception {
        assertThat(new CsvSamples(write("bom.csv", "\uFEFFa,b\n1,2\n"), null).hasColumn("a"))
                .isTrue();
    }

    @Test
    void compressedFilesAreReadToo() throws Exception {
        Path file = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,k\n1,x\n".getBytes(StandardCharsets.UTF_8));
        }
        CsvSamples.Row row = new CsvSamples(file, "k").rows().get(0);
        assertThat(new String(row.key(), StandardCharsets.UTF_8)).isEqualTo("x");
    }

    @Test
    void aShuffleIsAnotherOrderOfTheSameRowsAndTheSameForTheSameSeed() throws Exception {
        StringBuilder csv = new StringBuilder("a\n");
        for (int i = 0; i < 50; i++) {
            csv.append(i).append('\n');
        }
        CsvSamples samples = new CsvSamples(write("a.csv", csv.toString()), null);
        List<String> plain = rows(samples, 2, OptionalLong.empty());
        List<String> shuffled = rows(samples, 2, OptionalLong.of(1));
        assertThat(plain).hasSize(100);
        assertThat(shuffled).isNotEqualTo(plain).containsExactlyInAnyOrderElementsOf(plain);
        assertThat(shuffled.subList(0, 50)).isNotEqualTo(shuffled.subList(50, 100));
        assertThat(shuffled).isEqualTo(rows(samples, 2, OptionalLong.of(1)));
        assertThat(shuffled).isNotEqualTo(rows(samples, 2, OptionalLong.of(2)));
    }

    @Test
    void whatIsWrongWithAFileIsSaid() throws IOException {
        Path ragged = write("ragged.csv", "a,b\n1,2\n3\n");
        assertThatThrownBy(() -> new CsvSamples(ragged, null).rows())
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.report()).contains("Record 3 has 1 fields"));
        assertThatThrownBy(() -> new CsvSamples(folder.resolve("none.csv"), null))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.exitCode()).isEqualTo(2));
        assertThatThrownBy(() -> new CsvSamples(ragged, "c"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.report()).contains("no column c").contains("a, b"));
        Path notGzip = write("b.csv.gz", "a\n1\n");
        assertThatThrownBy(() -> new CsvSamples(notGzip, null)).isInstanceOf(Problem.class);
        Path cut = folder.resolve("cut.csv.gz");
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write("a\n1\n".repeat(5000).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(cut, java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        assertThatThrownBy(() -> new CsvSamples(cut, null).rows()).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new CsvSamples(folder, null)).isInstanceOf(Problem.class);
        Path empty = write("empty.csv", "");
        assertThatThrownBy(() -> new CsvSamples(empty, null)).isInstanceOf(Problem.class);
    }

    private static List<String> rows(CsvSamples samples, int repeat, OptionalLong shuffle) throws InterruptedException {
        List<String> rows = new ArrayList<>();
        samples.forEach(repeat, shuffle, row -> rows.add(new String(row.sample(), StandardCharsets.UTF_8)));
        return rows;
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
