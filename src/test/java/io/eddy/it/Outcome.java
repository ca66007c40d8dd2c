package io.eddy.it;

import io.eddy.store.SnapshotChunks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All that a run left in Kafka: what became of each sample, by its partition and offset and in the order of the topic, and
 * the bytes of each partition's model.
 */
record Outcome(List<Answer> answers, List<Answer> deadLetters, Map<Integer, byte[]> models) {
    /** One record of the predictions or the dead letters. */
    record Answer(int partition, long offset, String content) {}

    static Outcome read(Client client, Application application) {
        return new Outcome(
                answers(client.committed(application.predictions()), "eddy.source"),
                answers(client.committed(application.deadLetters()), "__streams.errors"),
                models(client.committed(application.changelog())));
    }

    static Answer answer(ConsumerRecord<byte[], byte[]> record, String source) {
        String key = new String(record.key(), java.nio.charset.StandardCharsets.UTF_8);
        String value = new String(record.value(), java.nio.charset.StandardCharsets.UTF_8);
        return new Answer(
                Integer.parseInt(Json.header(record, source + ".partition")),
                Long.parseLong(Json.header(record, source + ".offset")),
                key + " " + value + " " + Json.header(record, "eddy.error.code"));
    }

    private static List<Answer> answers(List<ConsumerRecord<byte[], byte[]>> records, String source) {
        List<Answer> answers = new ArrayList<>();
        records.forEach(record -> answers.add(answer(record, source)));
        // each partition's own order is kept
        answers.sort(Comparator.comparingInt(Answer::partition));
        return answers;
    }

    private static Map<Integer, byte[]> models(List<ConsumerRecord<byte[], byte[]>> changelog) {
        Map<Integer, Map<Integer, byte[]>> chunks = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : changelog) {
            chunks.computeIfAbsent(record.partition(), partition -> new HashMap<>())
                    .put(SnapshotChunks.number(record.key()), record.value());
        }
        Map<Integer, byte[]> models = new TreeMap<>();
        chunks.forEach((partition, byNumber) -> models.put(partition, SnapshotChunks.join(byNumber::get)));
        return models;
    }
}
