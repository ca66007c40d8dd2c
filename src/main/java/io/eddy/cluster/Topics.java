package io.eddy.cluster;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import io.eddy.store.LearnerStoreBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.StreamsConfig;

/** The application's topics: those that are missing are created. Topics that exist are never changed. */
public final class Topics {
    /** Samples up to this reach the dead letters; a broker's default refuses them at their producer. */
    private static final int LARGEST_SAMPLE = 8 * 1024 * 1024;

    /** A dead letter is its sample and some headers. */
    private static final int LARGEST_DEAD_LETTER = LARGEST_SAMPLE + 1024 * 1024;

    private static final int CREATION_SECONDS = 60; // of many partitions

    private final KafkaClients clients;
    private final LearnerConfig config;

    public Topics(KafkaClients clients, LearnerConfig config) {
        this.clients = clients;
        this.config = config;
    }

    /** All four: samples, predictions, dead letters, and the learner's changelog. */
    public static List<String> names(LearnerConfig config) {
        return List.of(
                config.samplesTopic(),
                config.predictionsTopic(),
                config.deadLettersTopic(),
                LearnerStoreBuilder.changelogTopic(config.applicationId()));
    }

    /**
     * Creates what is missing of all four, the changelog as Kafka Streams would.
     *
     * @return the partitions of the samples
     */
    public int ensure() {
        try (Admin admin = clients.admin()) {
            return createAll(admin);
        }
    }

    /** What tells the changelog from one of the same name that was there before; waited for, if it was made just now. */
    public Uuid changelogId() {
        try (Admin admin = clients.admin()) {
            return await(admin, LearnerStoreBuilder.changelogTopic(config.applicationId()))
                    .topicId();
        }
    }

    /** A broker may hear of a topic some time after it was made. */
    private TopicDescription await(Admin admin, String topic) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CREATION_SECONDS);
        try {
            while (System.nanoTime() < deadline) {
                Optional<TopicDescription> found = find(admin, topic);
                if (found.isPresent()) {
                    return found.get();
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure("interrupted", "the program is being stopped", "start it again", e);
        }
        throw Problem.failure(
                "there is no topic " + topic, "it was made, and is not there", "is somebody deleting it? start again");
    }

    /** Creates what is missing of samples, predictions and dead letters, but where the one topic that is needed is there: then no right is needed beyond those on it. */
    public void ensure(String needed) {
        try (Admin admin = clients.admin()) {
            if (!exists(admin, needed)) {
                create(admin, planned(admin).subList(0, 3));
            }
        }
    }

    /**
     * Creates what is missing of all four; the samples first, since the others have as many partitions.
     *
     * @return how many these are
     */
    public int createAll(Admin admin) {
        create(admin, planned(admin).subList(0, 1));
        int partitions = await(admin, config.samplesTopic()).partitions().size();
        create(admin, planned(admin).subList(1, 4));
        return partitions;
    }

    /** Those that are there, by name. */
    public Map<String, TopicState> states(Admin admin) {
        Map<String, TopicState> states = new LinkedHashMap<>();
        for (String name : names(config)) {
            find(admin, name).ifPresent(found -> states.put(name, new TopicState(found, settings(admin, name))));
        }
        return states;
    }

    Config settings(Admin admin, String name) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        return clients.await(admin.describeConfigs(List.of(topic)).values().get(topic));
    }

    /** Whether a topic is there. */
    public boolean exists(Admin admin, String name) {
        return find(admin, name).isPresent();
    }

    /** All four as they are created where they are missing, in the order of {@link #names}. */
    List<NewTopic> planned(Admin admin) {
        List<String> names = names(config);
        int partitions = find(admin, config.samplesTopic())
                .map(samples -> samples.partitions().size())
                .orElse(config.partitions());
        Map<String, String> samples = Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(LARGEST_SAMPLE),
                // a row from the far future should be seen among the dead letters, not fail in somebody's producer
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                Long.toString(Long.MAX_VALUE));
        Map<String, String> answers =
                Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_DEAD_LETTER));
        short replicas = config.replicationFactor();
        return List.of(
                topic(names.get(0), partitions, replicas, samples),
                topic(names.get(1), partitions, replicas, answers),
                topic(names.get(2), partitions, replicas, answers),
                changelog(names.get(3), partitions, replicas));
    }

    /** Kafka Streams' own keys of its internal topics count here, too. */
    private NewTopic changelog(String name, int partitions, short replicas) {
        StreamsConfig streams = KafkaClients.streamsConfig(config);
        Map<String, String> configs = new HashMap<>();
        streams.originalsWithPrefix(StreamsConfig.TOPIC_PREFIX).forEach((key, value) -> configs.put(key, "" + value));
        configs.putAll(LearnerStoreBuilder.CHANGELOG);
        int own = streams.getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG);
        return topic(name, partitions, own < 1 ? replicas : (short) own, configs);
    }

    private static NewTopic topic(String name, int partitions, short replicas, Map<String, String> configs) {
        return new NewTopic(name, Optional.of(partitions), replicas < 1 ? Optional.empty() : Optional.of(replicas))
                .configs(configs);
    }

    /**
     * A topic, if it is there.
     *
     * @throws Problem if this user has no right to know
     */
    Optional<TopicDescription> find(Admin admin, String topic) {
        try {
            return Optional.of(clients.await(
                    admin.describeTopics(List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                            .topicNameValues()
                            .get(topic)));
        } catch (Problem e) {
            Throwable cause = KafkaClients.refusal(e);
            if (cause instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw cause instanceof TopicAuthorizationException
                    ? Problem.failure(
                            "this user has no right to the topic " + topic,
                            String.valueOf(cause.getMessage()),
                            "grant it: eddy acls shows the rights that each command needs",
                            e)
                    : e;
        }
    }

    private void create(Admin admin, List<NewTopic> wanted) {
        List<NewTopic> missing =
                wanted.stream().filter(topic -> !exists(admin, topic.name())).toList();
        admin.createTopics(missing).values().forEach((name, future) -> {
            try {
                clients.await(future, CREATION_SECONDS);
            } catch (Problem e) {
                Throwable refusal = KafkaClients.refusal(e);
                if (refusal == null) {
                    throw e;
                }
                if (!(refusal instanceof TopicExistsException)) {
                    throw Problem.failure(
                            "can't create the topic " + name,
                            String.valueOf(refusal.getMessage()),
                            "have it made by eddy topics --create as a user who may, or see eddy acls for the right to",
                            e);
                }
            }
        });
    }
}
