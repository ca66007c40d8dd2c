package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.Topics;
import io.eddy.learner.LearnerReport;
import io.eddy.learner.LearnerSnapshot;
import io.eddy.problem.Problem;
import io.eddy.store.IncompleteSnapshotException;
import io.eddy.store.LearnerStoreBuilder;
import io.eddy.store.SnapshotChunks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What the learners of all partitions have committed, read from their changelog: it works whether the application runs or
 * not, and disturbs nothing.
 */
final class CommittedLearners {
    /**
     * One partition's learner as it was last committed.
     *
     * @param format version of the stored bytes
     */
    record Committed(int partition, LearnerReport report, String digest, int format) {}

    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private CommittedLearners() {}

    /** In the order of partitions; empty where nothing was committed yet. */
    static List<Committed> read(LearnerConfig config) {
        KafkaClients clients = new KafkaClients(config);
        String topic = LearnerStoreBuilder.changelogTopic(config.applicationId());
        try (Admin admin = clients.admin()) {
            if (!new Topics(clients, config).exists(admin, topic)) {
                return List.of();
            }
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return decode(chunks(clients, topic), config);
            } catch (IncompleteSnapshotException e) {
                if (attempt == ATTEMPTS) {
                    throw Problem.failure(
                            "can't read the stored model of " + config.applicationId(),
                            e.getMessage(),
                            "try again; if it stays so, the changelog " + topic + " is damaged",
                            e);
                }
            }
        }
    }

    private static List<Committed> decode(Map<Integer, Map<Integer, byte[]>> chunks, LearnerConfig config) {
        List<Committed> learners = new ArrayList<>();
        chunks.forEach((partition, byNumber) -> {
            byte[] snapshot = SnapshotChunks.join(byNumber::get);
            if (snapshot != null) {
                LearnerReport report = LearnerSnapshot.decode(snapshot, config.learnerSettings())
                        .report();
                learners.add(new Committed(
                        partition, report, LearnerSnapshot.digest(snapshot), LearnerSnapshot.version(snapshot)));
            }
        });
        return learners;
    }

    /** Compaction may take away what a later commit replaces before that one is read: then the next reading has it. */
    private static Map<Integer, Map<Integer, byte[]>> chunks(KafkaClients clients, String topic) {
        try {
            return read(clients, topic);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw Problem.failure("can't read " + topic, String.valueOf(e.getMessage()), "is the broker up?", e);
        }
    }

    private static Map<Integer, Map<Integer, byte[]>> read(KafkaClients clients, String topic) {
        Map<Integer, Map<Integer, byte[]>> byPartition = new TreeMap<>();
        try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw Problem.failure(
                            "can't read " + topic,
                            "it did not arrive within " + PATIENCE.toSeconds() + " s",
                            "is the broker up?");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    // beyond the end there may be part of a later commit
                    if (record.offset() < ends.get(new TopicPartition(topic, record.partition()))) {
                        byPartition
                                .computeIfAbsent(record.partition(), p -> new HashMap<>())
                                .put(SnapshotChunks.number(record.key()), record.value());
                    }
                }
            }
        }
        return byPartition;
    }
}
