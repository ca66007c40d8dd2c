package io.eddy.it;

import io.eddy.store.SnapshotChunks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * All that a run left in Kafka: what became of each sample, by its partition and offset and in the order of the topic, and
 * the bytes of each partition's model.
 */
record Outcome(List<Answer> answers, List<Answer> deadLetters, Map<Integer, byte[]> models) {
    /** Two runs have different topics. */
    private static final Set<String> OF_THE_RUN = Set.of("eddy.source.topic", "__streams.errors.topic");

    /** One record of the predictions or the dead letters. */
    record Answer(int partition, long offset, String content) {}

    static Outcome read(Client client, Application application) {
        return new Outcome(
                answers(client.committed(application.predictions()), "eddy.source"),
                answers(client.committed(application.deadLetters()), "__streams.errors"),
                models(client.committed(application.changelog())));
    }

    static Answer answer(ConsumerRecord<byte[], byte[]> record, String source) {
        return new Answer(
                Integer.parseInt(Json.header(record, source + ".partition")),
                Long.parseLong(Json.header(record, source + ".offset")),
                text(record.key()) + " " + text(record.value()) + timestamp(record) + headers(record));
    }

    /** Of a dead letter for its sample's time the time of the rejection, which is each run's own. */
    private static String timestamp(ConsumerRecord<byte[], byte[]> record) {
        boolean ofTheRun = "TIMESTAMP_OUT_OF_RANGE".equals(Json.header(record, "eddy.error.code"));
        return ofTheRun ? "" : " @" + record.timestamp();
    }

    private static String headers(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder headers = new StringBuilder();
        for (Header header : record.headers()) {
            if (!OF_THE_RUN.contains(header.key())) {
                headers.append(' ').append(header.key()).append('=').append(text(header.value()));
            }
        }
        return headers.toString();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
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
