package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationTest {
    @TempDir
    private Path folder;

    private final CapturedEddy eddy = new CapturedEddy();

    @Test
    void rowsWithoutALabelAreNoMistakes() throws IOException {
        assertThat(folds(rows(40, true))).isZero();
        assertThat(eddy.out.toString()).contains("mean accuracy 1.0000");
    }

    @Test
    void aFoldWithoutLabelsIsAProblem() throws IOException {
        assertThat(folds(rows(1, true))).isEqualTo(2);
        assertThat(eddy.err.toString().lines()).hasSize(3);
        assertThat(eddy.err.toString()).contains("no row with a label");
    }

    @Test
    void figuresLookTheSameEverywhere() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(folds(rows(40, false))).isZero();
            assertThat(eddy.out.toString()).contains("1.0000").doesNotContain("1,0000");
        } finally {
            Locale.setDefault(before);
        }
    }

    private String rows(int labelled, boolean asManyWithout) {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int n = 0; n < labelled; n++) {
            csv.append(n % 2 == 0 ? "-1,down\n" : "1,up\n");
            csv.append(asManyWithout ? (n % 2 == 0 ? "-1,\n" : "1,\n") : "");
        }
        return csv.toString();
    }

    private int folds(String csv) throws IOException {
        Path config = Files.writeString(folder.resolve("c.properties"), "eddy.label=y\n");
        Path file = Files.writeString(folder.resolve("rows.csv"), csv);
        return eddy.run("backtest", config.toString(), file.toString(), "--folds", "2", "--epochs", "20");
    }
}
