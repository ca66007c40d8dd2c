package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cluster.ApplicationGroup;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.Topics;
import io.eddy.problem.Problem;
import io.eddy.store.LearnerStoreBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** The model as it is stored in Kafka. */
final class StoredModel {
    /** Longer than it takes a group to miss a member that was stopped just now. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private StoredModel() {}

    /**
     * Deletes the model; the offsets of the samples stay as they are. Its empty topic is made at once, since who starts next may
     * have no right to.
     *
     * @throws Problem if an instance of the application is running
     */
    static void forget(KafkaClients clients, LearnerConfig config) {
        String topic = LearnerStoreBuilder.changelogTopic(config.applicationId());
        Topics topics = new Topics(clients, config);
        try (Admin admin = clients.admin()) {
            if (!topics.exists(admin, topic)) {
                return;
            }
            ApplicationGroup group = new ApplicationGroup(clients, admin, config.applicationId());
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (group.isActive()) {
                if (System.nanoTime() > deadline) {
                    throw Problem.failure(
                            "can't forget the model of " + config.applicationId(),
                            "an instance of the application is running",
                            "stop every instance, then start one with --reset");
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
            clients.await(admin.deleteTopics(List.of(topic)).all());
            while (topics.exists(admin, topic)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            topics.createAll(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure("interrupted", "the program is being stopped", "start it again", e);
        }
    }
}
