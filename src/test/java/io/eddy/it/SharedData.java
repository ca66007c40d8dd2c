package io.eddy.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real streams that some tests need; where they are not, those tests are skipped. */
public final class SharedData {
    private SharedData() {}

    /** A file of them. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("eddy.data", "../shared/data")).resolve(name);
        assumeTrue(
                Files.exists(file), () -> "skipped: there is no " + file + " (-Deddy.data=FOLDER says where to look)");
        return file;
    }
}
