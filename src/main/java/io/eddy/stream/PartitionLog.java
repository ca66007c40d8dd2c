package io.eddy.stream;

import io.eddy.learner.OnlineLearner;
import io.eddy.wire.RejectedSampleException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens in one partition, a line for each event; of many dead letters one line in ten seconds. */
final class PartitionLog {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionLog.class);
    private static final long PAUSE = Duration.ofSeconds(10).toMillis();

    private final int partition;
    private long nextDeadLetter = Long.MIN_VALUE;
    private long unsaid;
    private volatile long written;

    PartitionLog(int partition) {
        this.partition = partition;
    }

    /** The model is there. It has learned less than was written before if that transaction did not come to its end. */
    void assigned(OnlineLearner learner) {
        long learned = learner.learned();
        if (learned < written) {
            LOG.warn("event=commit-failed partition={} learned={} undone={}", partition, learned, written - learned);
        }
        LOG.info("event=partition-assigned partition={} learned={}", partition, learned);
        written = learned;
    }

    /** A commit begins. */
    void written(OnlineLearner learner) {
        written = learner.learned();
    }

    void closed() {
        LOG.info("event=partition-closed partition={}", partition);
    }

    void drift(OnlineLearner learner) {
        LOG.info(
                "event=drift partition={} learned={} detector={}",
                partition,
                learner.learned(),
                learner.driftDetector());
    }

    /**
     * A sample went to the dead letters.
     *
     * @param now milliseconds
     */
    void deadLetter(Optional<RecordMetadata> source, RejectedSampleException reason, long now) {
        if (now < nextDeadLetter) {
            unsaid++;
            return;
        }
        LOG.warn(
                "event=dead-letter partition={} offset={} code={} reason={} unsaid={}",
                partition,
                source.map(RecordMetadata::offset).orElse(-1L),
                reason.code(),
                quoted(reason.getMessage()),
                unsaid);
        unsaid = 0;
        nextDeadLetter = now + PAUSE;
    }

    /** As the value of a key: on one line, and with no quotation mark but those around it. */
    static String quoted(String text) {
        return '"' + String.valueOf(text).replaceAll("[\"\\p{Cntrl}]+", " ").strip() + '"';
    }
}
