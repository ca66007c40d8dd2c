package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The application's three topics: those that are missing are created. Topics that exist are never changed. */
final class Topics {
    /** Samples up to this reach the dead letters; a broker's default refuses them at their producer. */
    private static final int LARGEST_SAMPLE = 8 * 1024 * 1024;

    /** A dead letter is its sample and some headers. */
    private static final int LARGEST_DEAD_LETTER = LARGEST_SAMPLE + 1024 * 1024;

    private Topics() {}

    /**
     * Creates what is missing; predictions and dead letters get as many partitions as the samples have.
     *
     * @return how many these are
     */
    static int ensure(KafkaClients clients, LearnerConfig config) {
        try (Admin admin = clients.admin()) {
            Set<String> existing = clients.await(admin.listTopics().names());
            int partitions = existing.contains(config.samplesTopic())
                    ? clients.await(admin.describeTopics(List.of(config.samplesTopic()))
                                    .topicNameValues()
                                    .get(config.samplesTopic()))
                            .partitions()
                            .size()
                    : config.partitions();
            List<NewTopic> missing = new ArrayList<>();
            // a row from the far future should be seen among the dead letters, not fail in somebody's producer
            missing.add(topic(config.samplesTopic(), partitions, config)
                    .configs(Map.of(
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                            Integer.toString(LARGEST_SAMPLE),
                            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                            Long.toString(Long.MAX_VALUE))));
            missing.add(topic(config.predictionsTopic(), partitions, config)
                    .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_DEAD_LETTER))));
            missing.add(topic(config.deadLettersTopic(), partitions, config)
                    .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_DEAD_LETTER))));
            missing.removeIf(topic -> existing.contains(topic.name()));
            admin.createTopics(missing).values().forEach((name, future) -> {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw Problem.failure(
                                "can't create the topic " + name,
                                String.valueOf(e.getCause().getMessage()),
                                "create it yourself with " + partitions
                                        + " partition(s), or give this user the right to",
                                e);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return partitions;
        }
    }

    private static NewTopic topic(String name, int partitions, LearnerConfig config) {
        Optional<Short> replicas =
                config.replicationFactor() < 1 ? Optional.empty() : Optional.of(config.replicationFactor());
        return new NewTopic(name, Optional.of(partitions), replicas);
    }
}
