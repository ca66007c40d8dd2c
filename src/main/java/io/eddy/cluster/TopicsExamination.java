package io.eddy.cluster;

import io.eddy.LearnerConfig;
import io.eddy.cluster.Finding.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** The application's topics: which are there, could the others be made, and how they are set. */
final class TopicsExamination {
    private final KafkaClients clients;
    private final Admin admin;
    private final LearnerConfig config;
    private final Topics topics;
    private final int brokers;
    private final Map<String, TopicDescription> seen = new HashMap<>();
    private int partitions;
    private long largestSample;

    TopicsExamination(KafkaClients clients, Admin admin, LearnerConfig config) {
        this.clients = clients;
        this.admin = admin;
        this.config = config;
        topics = new Topics(clients, config);
        brokers = clients.await(admin.describeCluster().nodes()).size();
        partitions = config.partitions();
        largestSample = config.mostSampleBytes();
    }

    /** Those that are there, by name; after {@link #findings}. */
    Map<String, TopicDescription> seen() {
        return seen;
    }

    /** The samples come first: what the others need depends on them. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (String name : Topics.names(config)) {
            findings.addAll(Examination.guarded("topic " + name, Level.FAILURE, () -> findings(name)));
        }
        return findings;
    }

    private List<Finding> findings(String name) {
        Optional<TopicDescription> found = topics.find(admin, name);
        if (found.isEmpty()) {
            return missing(name);
        }
        seen.put(name, found.get());
        return Examination.guarded(
                "topic " + name,
                Level.WARNING,
                () -> settings(new TopicState(found.get(), topics.settings(admin, name))));
    }

    /** Asks the broker whether it would make the topic. */
    private List<Finding> missing(String name) {
        topics.planned(admin).stream()
                .filter(topic -> topic.name().equals(name))
                .forEach(topic ->
                        clients.await(admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true))
                                .all()));
        return List.of(Finding.ok("topic " + name, "is not there; run makes it"));
    }

    private List<Finding> settings(TopicState topic) {
        if (topic.name().equals(config.samplesTopic())) {
            partitions = topic.partitions();
            largestSample = topic.number(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
            return TopicExamination.ofSamples(topic, brokers);
        }
        if (topic.name().equals(config.predictionsTopic())) {
            return TopicExamination.ofAnswers(topic, brokers, config.mostAnswerBytes(), partitions);
        }
        // whatever comes may be a dead letter
        return topic.name().equals(config.deadLettersTopic())
                ? TopicExamination.ofAnswers(topic, brokers, largestSample, partitions)
                : TopicExamination.ofChangelog(topic, brokers, partitions);
    }
}
