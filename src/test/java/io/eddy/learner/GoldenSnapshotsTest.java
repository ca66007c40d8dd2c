package io.eddy.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.Samples;
import io.eddy.evaluation.Figures;
import io.eddy.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file of every version of the format that was ever written can be read. {@code -Deddy.golden=write} adds the files of the
 * present version; those of earlier ones are never touched.
 */
class GoldenSnapshotsTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/eddy/learner");
    private static final int LAST_CLASS = 3; // of the 60 samples, and their last value
    private static final double LAST_VALUE = 121.8998;
    private static final Map<String, String> NETWORK =
            Map.of("eddy.model", "network", "eddy.network.hidden", "4,3", "eddy.features.max", "5");
    private static final Map<String, String> RECURRENT = Map.of(
            "eddy.model", "network",
            "eddy.network.kind", "recurrent",
            "eddy.network.hidden", "4,3",
            "eddy.optimizer", "adam",
            "eddy.batch.size", "7");

    static Stream<Arguments> goldens() {
        return Stream.of(
                Arguments.of("classification", Samples.classification(60, 3)),
                Arguments.of("regression", Samples.regression(60, 3)),
                Arguments.of("pool-classification", Samples.classification(60, 3)),
                Arguments.of("pool-regression", Samples.regression(60, 3)),
                Arguments.of("recurrent", Samples.classification(60, 3)));
    }

    private static Map<String, String> configuration(String name) {
        return name.contains("recurrent") ? RECURRENT : name.contains("pool") ? Map.of() : NETWORK;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldens")
    void thePresentVersionIsThatOfTheFile(String name, List<String> rows) throws IOException {
        OnlineLearner learner = Learners.learned(configuration(name), 3, rows);
        learner.counts().countTombstone();
        byte[] snapshot = LearnerSnapshot.encode(learner);
        Path file = FOLDER.resolve("snapshot-v" + LearnerSnapshot.VERSION + "-" + name + ".bin");
        if ("write".equals(System.getProperty("eddy.golden"))) {
            Files.createDirectories(FOLDER);
            Files.write(file, snapshot);
        }
        assertThat(file).hasBinaryContent(snapshot);
    }

    /** They differ in where the last label stands, and in nothing that is learned. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("goldens")
    void aModelOfVersionEightBecomesThatOfVersionNine(String name, List<String> rows) throws IOException {
        OnlineLearner learner = LearnerSnapshot.decode(
                Files.readAllBytes(FOLDER.resolve("snapshot-v8-" + name + ".bin")),
                Learners.learner(configuration(name), 3).settings());
        assertThat(FOLDER.resolve("snapshot-v9-" + name + ".bin")).hasBinaryContent(LearnerSnapshot.encode(learner));
    }

    @Test
    void everyVersionCanBeRead() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> snapshots = files.filter(
                            file -> file.getFileName().toString().matches("snapshot-v\\d+-.*\\.bin"))
                    .toList();
            assertThat(snapshots).hasSizeGreaterThanOrEqualTo(2 * LearnerSnapshot.VERSION);
            for (Path file : snapshots) {
                OnlineLearner learner = LearnerSnapshot.decode(
                        Files.readAllBytes(file),
                        Learners.learner(configuration(file.toString()), 3).settings());
                assertThat(learner.learned()).isEqualTo(60);
                assertThat(learner.counts().tombstones()).isEqualTo(1);
                assertThat(learner.lastLabel()).isEqualTo(learner.task() == Task.REGRESSION ? LAST_VALUE : LAST_CLASS);
                Figures figures = learner.report().figures();
                assertThat(figures.metrics()).containsKey("skill");
                boolean isFirst = file.getFileName().toString().startsWith("snapshot-v1-");
                assertThat(figures.fading().isEmpty()).isEqualTo(isFirst);
                Learners.learn(
                        learner,
                        (learner.task() == Task.REGRESSION ? Samples.regression(61, 3) : Samples.classification(61, 3))
                                .get(60));
            }
        }
    }
}
