package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cluster.KafkaClients;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which changelog the state on the local disk was restored from. Kafka Streams knows that topic by its name alone: when it
 * was made anew, since the model was forgotten, and is as long again as the old one was here, it would take the old state for it.
 */
final class LocalState {
    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);

    private final Path mark;

    LocalState(LearnerConfig config) {
        String directory = KafkaClients.streamsConfig(config).getString(StreamsConfig.STATE_DIR_CONFIG);
        mark = Path.of(directory, "eddy-changelogs", config.applicationId());
    }

    /** Whether it is known to be of another changelog. */
    boolean isStale(Uuid changelog) {
        try {
            boolean isStale =
                    Files.exists(mark) && !Files.readString(mark).strip().equals(changelog.toString());
            if (isStale) {
                LOG.warn(
                        "event=state-deleted reason=\"it is of a changelog that was deleted\" changelog={}", changelog);
            }
            return isStale;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Remembers the one that it is of from now on. */
    void mark(Uuid changelog) {
        try {
            Files.createDirectories(mark.getParent());
            Files.writeString(mark, changelog + "\n");
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Problem unusable(IOException e) {
        return Problem.failure(
                "can't use the state directory", e.toString(), "give another state.dir, or this user rights to it", e);
    }
}
