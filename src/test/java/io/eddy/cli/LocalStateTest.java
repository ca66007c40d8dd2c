package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {
    private static final Uuid CHANGELOG = Uuid.randomUuid();
    private static final Uuid MADE_ANEW = Uuid.randomUuid();

    @TempDir
    Path directory;

    private LearnerConfig config;

    @BeforeEach
    void configure() {
        config = LearnerConfig.of(Map.of("eddy.label", "y", "state.dir", directory.toString()));
    }

    @Test
    void whereThereIsNoStateNoneIsStale() {
        assertThat(new LocalState(config).isStale(CHANGELOG)).isFalse();
    }

    @Test
    void aStateWithoutAMarkIsStaleUntilItIsMarked() throws IOException {
        Files.createDirectory(directory.resolve(config.applicationId()));
        assertThat(new LocalState(config).isStale(CHANGELOG)).isTrue();

        new LocalState(config).mark(CHANGELOG);
        assertThat(new LocalState(config).isStale(CHANGELOG)).isFalse();
        assertThat(new LocalState(config).isStale(MADE_ANEW)).isTrue();

        new LocalState(config).mark(MADE_ANEW);
        assertThat(new LocalState(config).isStale(MADE_ANEW)).isFalse();
    }

    @Test
    void whatKafkaStreamsKeepsOfAnApplicationHasNoMarkInIt() {
        new LocalState(config).mark(CHANGELOG);
        assertThat(directory.resolve(config.applicationId())).doesNotExist();
    }

    @Test
    void aStateDirectoryThatCannotBeUsedIsSaid() throws IOException {
        Files.createFile(directory.resolve("eddy-changelogs"));
        assertThatThrownBy(() -> new LocalState(config).mark(CHANGELOG))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("state.dir");
    }
}
