package io.eddy.cluster;

import static io.eddy.cluster.Finding.Level.FAILURE;
import static io.eddy.cluster.Finding.Level.WARNING;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;

import io.eddy.cluster.Finding.Level;
import io.eddy.store.LearnerStoreBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The settings of one topic against what the application needs of them. */
final class TopicExamination {
    private static final String APPEND_TIME = "LogAppendTime";

    /** A part of a stored model with its key and what a batch has around it. */
    private static final long LARGEST_CHANGE = 600_000;

    private final TopicState topic;
    private final List<Finding> findings = new ArrayList<>();

    private TopicExamination(TopicState topic, int brokers) {
        this.topic = topic;
        long inSync = topic.number(MIN_IN_SYNC_REPLICAS_CONFIG);
        require(
                inSync <= topic.replicas(),
                FAILURE,
                "nothing can be written",
                MIN_IN_SYNC_REPLICAS_CONFIG,
                topic.replicas());
        require(
                inSync > 1 || topic.replicas() == 1,
                WARNING,
                "what one broker has acknowledged is lost with it",
                MIN_IN_SYNC_REPLICAS_CONFIG,
                2);
        if (topic.replicas() == 1 && brokers > 1) {
            findings.add(Finding.warning(
                    subject(),
                    "1 replica on " + brokers + " brokers: it is away with its broker",
                    "set eddy.topic.replication.factor before it is created; now kafka-reassign-partitions.sh"));
        }
    }

    static List<Finding> ofSamples(TopicState topic, int brokers) {
        return new TopicExamination(topic, brokers).stream().findings();
    }

    /** @param largest what a record may have, in bytes */
    static List<Finding> ofAnswers(TopicState topic, int brokers, long largest, int partitions) {
        return new TopicExamination(topic, brokers)
                .stream().answers(largest, partitions).findings();
    }

    static List<Finding> ofChangelog(TopicState topic, int brokers, int partitions) {
        return new TopicExamination(topic, brokers).changelog(partitions).findings();
    }

    private TopicExamination stream() {
        require(
                !topic.get(CLEANUP_POLICY_CONFIG).contains(CLEANUP_POLICY_COMPACT),
                FAILURE,
                "records without a key are refused, all but the last of a key are lost",
                CLEANUP_POLICY_CONFIG,
                CLEANUP_POLICY_DELETE);
        long retention = topic.number(RETENTION_MS_CONFIG);
        require(
                retention < 0 || retention >= Duration.ofDays(1).toMillis(),
                WARNING,
                "who was away for longer misses records, and those with older timestamps go at once",
                RETENTION_MS_CONFIG,
                Duration.ofDays(7).toMillis());
        return this;
    }

    /** Each has its sample's timestamp, key and headers; one that is refused would stop the learner at each start. */
    private TopicExamination answers(long largest, int partitions) {
        boolean anyTime = topic.get(MESSAGE_TIMESTAMP_TYPE_CONFIG).equals(APPEND_TIME);
        require(
                anyTime || topic.number(MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG) == Long.MAX_VALUE,
                FAILURE,
                "the answer to an older sample is refused, and stops the learner",
                MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
                Long.MAX_VALUE);
        require(
                anyTime
                        || topic.number(MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG)
                                >= Duration.ofHours(1).toMillis(),
                FAILURE,
                "the answer to a sample up to an hour ahead is refused, and stops the learner",
                MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                Duration.ofHours(1).toMillis());
        require(
                topic.number(MAX_MESSAGE_BYTES_CONFIG) >= largest,
                FAILURE,
                "a record of " + largest + " bytes is refused, and stops the learner",
                MAX_MESSAGE_BYTES_CONFIG,
                largest);
        if (topic.partitions() < partitions) {
            findings.add(Finding.warning(
                    subject(),
                    topic.partitions() + " partitions, and the samples have " + partitions + ": some share one",
                    "kafka-topics.sh --alter --topic " + topic.name() + " --partitions " + partitions));
        }
        return this;
    }

    private TopicExamination changelog(int partitions) {
        require(
                topic.get(CLEANUP_POLICY_CONFIG).equals(CLEANUP_POLICY_COMPACT),
                FAILURE,
                "the model is deleted when it is older than " + RETENTION_MS_CONFIG + ", or its topic grows for ever",
                CLEANUP_POLICY_CONFIG,
                CLEANUP_POLICY_COMPACT);
        require(
                topic.get(MESSAGE_TIMESTAMP_TYPE_CONFIG).equals(APPEND_TIME),
                WARNING,
                "the model is written with a sample's timestamp, which may be one that the broker refuses",
                MESSAGE_TIMESTAMP_TYPE_CONFIG,
                APPEND_TIME);
        require(
                topic.number(MAX_MESSAGE_BYTES_CONFIG) >= LARGEST_CHANGE,
                FAILURE,
                "a part of a large model is refused, and stops the learner",
                MAX_MESSAGE_BYTES_CONFIG,
                1_048_588);
        String segment = LearnerStoreBuilder.CHANGELOG.get(SEGMENT_BYTES_CONFIG);
        require(
                topic.number(SEGMENT_BYTES_CONFIG) <= Long.parseLong(segment),
                WARNING,
                "compaction comes late, so that restoring takes long",
                SEGMENT_BYTES_CONFIG,
                segment);
        if (topic.partitions() != partitions) {
            findings.add(Finding.failure(
                    subject(),
                    topic.partitions() + " partitions, and the samples have " + partitions
                            + ": Kafka Streams refuses it",
                    "begin anew: run --reset, or another application.id"));
        }
        return this;
    }

    private void require(boolean kept, Level otherwise, String what, String key, Object value) {
        if (!kept) {
            findings.add(new Finding(
                    otherwise,
                    subject(),
                    key + "=" + topic.get(key) + ": " + what,
                    "kafka-configs.sh --alter --entity-type topics --entity-name " + topic.name() + " --add-config "
                            + key + "=" + value));
        }
    }

    private String subject() {
        return "topic " + topic.name();
    }

    private List<Finding> findings() {
        return findings.isEmpty()
                ? List.of(Finding.ok(
                        subject(), topic.partitions() + " partition(s), " + topic.replicas() + " replica(s)"))
                : findings;
    }
}
