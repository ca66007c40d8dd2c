package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cluster.KafkaClients;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Which changelog the state on the local disk was restored from. Kafka Streams knows that topic by its name alone: when it
 * was made anew, since the model was forgotten, and is as long again as the old one was here, it would take the old state for it.
 */
final class LocalState {
    private final Path state;
    private final Path mark;

    LocalState(LearnerConfig config) {
        String directory = KafkaClients.streamsConfig(config).getString(StreamsConfig.STATE_DIR_CONFIG);
        state = Path.of(directory, config.applicationId());
        mark = Path.of(directory, "eddy-changelogs", config.applicationId());
    }

    /** Whether there is one that is not known to be of this changelog. */
    boolean isStale(Uuid changelog) {
        return Files.exists(state) && !marked().equals(changelog.toString());
    }

    /** Remembers the one that it is of from now on. */
    void mark(Uuid changelog) {
        if (marked().equals(changelog.toString())) {
            return;
        }
        try {
            Files.createDirectories(mark.getParent());
            Files.writeString(mark, changelog.toString());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Empty if none is. */
    private String marked() {
        try {
            return Files.exists(mark) ? Files.readString(mark) : "";
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Problem unusable(IOException e) {
        return Problem.failure(
                "can't use the state directory", e.toString(), "give another state.dir, or this user rights to it", e);
    }
}
