package io.eddy.cluster;

import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.eddy.LearnerConfig;
import io.eddy.store.LearnerStoreBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.streams.StreamsConfig;

/** What is done with a cluster, and the rights that it takes: these, and none beyond. */
public enum Access {
    RUN("run, where the topics are there"),
    RESET("run --reset, besides"),
    SEND("send and generate"),
    WATCH("watch"),
    INSPECT("inspect"),
    TOPICS("topics"),
    CREATE("topics --create, besides those of topics; and run, where it is to make topics itself"),
    DOCTOR("doctor, besides those of run");

    private final String meaning;

    Access(String meaning) {
        this.meaning = meaning;
    }

    /** Which commands these are. */
    public String meaning() {
        return meaning;
    }

    /** The rights of a user who does this with an application. */
    public List<Right> rights(LearnerConfig config) {
        String changelog = LearnerStoreBuilder.changelogTopic(config.applicationId());
        return switch (this) {
            case RUN ->
                Stream.concat(
                                Stream.of(
                                        Right.topic(READ, config.samplesTopic()),
                                        Right.topic(WRITE, config.predictionsTopic()),
                                        Right.topic(WRITE, config.deadLettersTopic()),
                                        Right.topic(READ, changelog),
                                        Right.topic(WRITE, changelog),
                                        Right.group(READ, config.applicationId())),
                                transactions(config))
                        .toList();
            case RESET -> List.of(Right.topic(DELETE, changelog), Right.topic(AclOperation.CREATE, changelog));
            case SEND -> List.of(Right.topic(WRITE, config.samplesTopic()));
            case WATCH -> List.of(Right.topic(READ, config.predictionsTopic()));
            case INSPECT -> List.of(Right.topic(READ, changelog));
            case TOPICS ->
                Stream.concat(
                                Topics.names(config).stream().map(name -> Right.topic(DESCRIBE, name)),
                                DOCTOR.rights(config).stream().filter(right -> right.operation() == DESCRIBE_CONFIGS))
                        .toList();
            case CREATE ->
                Topics.names(config).stream()
                        .map(name -> Right.topic(AclOperation.CREATE, name))
                        .toList();
            case DOCTOR ->
                Stream.concat(
                                Stream.of(Right.cluster(DESCRIBE)),
                                Topics.names(config).stream().map(name -> Right.topic(DESCRIBE_CONFIGS, name)))
                        .toList();
        };
    }

    /** Kafka Streams names its transactions after the application, the process and the thread. */
    private static Stream<Right> transactions(LearnerConfig config) {
        boolean exactlyOnce = KafkaClients.streamsConfig(config)
                .getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)
                .equals(StreamsConfig.EXACTLY_ONCE_V2);
        return exactlyOnce ? Stream.of(Right.transactionsFrom(config.applicationId() + "-")) : Stream.of();
    }
}
