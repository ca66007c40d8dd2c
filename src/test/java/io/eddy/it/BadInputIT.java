package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eddy.cli.demo.WheatKernels;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input through a real broker, between good samples: it goes where it belongs, and the model does not notice. */
class BadInputIT {
    private static final long TWO_HOURS = 2 * 3600 * 1000L;

    /** What is sent, and the code that it must come to; null for a tombstone. */
    private record Bad(String code, byte[] value, Long timestamp) {}

    @TempDir
    private Path folder;

    @Test
    void eachKindOfBadInputHasItsCodeAndLeavesNoTrace() throws Exception {
        List<Bad> bad = List.of(
                bad("MALFORMED_JSON", "{\"area\":1,"),
                bad("NOT_AN_OBJECT", "[1,2,3]"),
                bad("NO_FEATURES", "{}"),
                bad("BAD_LABEL", "{\"area\":1,\"variety\":42}"),
                bad("BAD_LABEL", "{\"area\":1,\"variety\":{\"a\":1}}"),
                bad("NON_FINITE", "{\"area\":NaN}"),
                bad("NON_FINITE", "{\"area\":Infinity}"),
                bad("NON_FINITE", "{\"area\":1e999}"),
                bad("TOO_LARGE", "{\"area\":\"" + "x".repeat(2_000_000) + "\"}"),
                new Bad(null, null, null),
                new Bad("TIMESTAMP_OUT_OF_RANGE", bytes("{\"area\":1}"), System.currentTimeMillis() + TWO_HOURS));
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Map<String, String> keys = Map.of("eddy.label", WheatKernels.LABEL);
            Application clean = new Application(folder, "clean", broker.bootstrapServers(), keys);
            Application dirty = new Application(folder, "dirty", broker.bootstrapServers(), keys);
            EddyProcess cleanLearner = clean.start();
            EddyProcess dirtyLearner = dirty.start();
            WheatKernels kernels = new WheatKernels(1);
            List<ProducerRecord<byte[], byte[]>> good = new ArrayList<>();
            List<ProducerRecord<byte[], byte[]>> mixed = new ArrayList<>();
            for (int n = 0; n < 50 * bad.size(); n++) {
                byte[] kernel = kernels.next();
                good.add(new ProducerRecord<>(clean.samples(), kernel));
                mixed.add(new ProducerRecord<>(dirty.samples(), kernel));
                if (n % 50 == 25) {
                    Bad row = bad.get(n / 50);
                    mixed.add(new ProducerRecord<>(
                            dirty.samples(), null, row.timestamp(), bytes("key-" + n / 50), row.value()));
                }
            }
            broker.send(good);
            broker.send(mixed);
            broker.send(List.of(
                    withoutTimestamp(new ProducerRecord<>(dirty.samples(), 0, 0L, null, bytes("{\"area\":1}")))));
            byte[] last = kernels.next();
            broker.send(
                    List.of(new ProducerRecord<>(clean.samples(), last), new ProducerRecord<>(dirty.samples(), last)));

            JsonNode cleanState = clean.awaitConsumed(good.size() + 1);
            JsonNode dirtyState = dirty.awaitConsumed(mixed.size() + 2);
            assertThat(dirtyState.get("partitions").get(0).get("digest"))
                    .isEqualTo(cleanState.get("partitions").get(0).get("digest"));
            assertThat(dirtyState.get("learned")).isEqualTo(cleanState.get("learned"));
            assertThat(dirtyState.get("predictedOnly")).isEqualTo(cleanState.get("predictedOnly"));
            assertThat(dirtyState.get("deadLettered").asInt()).isEqualTo(bad.size());
            assertThat(dirtyState.get("tombstones").asInt()).isEqualTo(1);
            assertThat(broker.committed(dirty.predictions())).hasSize(good.size() + 1);
            assertLetters(broker.committed(dirty.deadLetters()), bad);
            cleanLearner.terminate();
            dirtyLearner.terminate();
        }
    }

    private static void assertLetters(List<ConsumerRecord<byte[], byte[]>> letters, List<Bad> bad) {
        List<Bad> rejected = bad.stream().filter(row -> row.code() != null).toList();
        assertThat(letters).hasSize(rejected.size() + 1);
        for (int n = 0; n < rejected.size(); n++) {
            assertThat(Json.header(letters.get(n), "eddy.error.code"))
                    .isEqualTo(rejected.get(n).code());
            assertThat(letters.get(n).value()).isEqualTo(rejected.get(n).value());
            assertThat(letters.get(n).key()).asString(StandardCharsets.UTF_8).startsWith("key-");
            assertThat(Json.header(letters.get(n), "__streams.errors.message")).isNotBlank();
        }
        ConsumerRecord<byte[], byte[]> negative = letters.get(rejected.size());
        assertThat(Json.header(negative, "eddy.error.code")).isEqualTo("TIMESTAMP_OUT_OF_RANGE");
        assertThat(Json.header(negative, "__streams.errors.message")).contains("-1");
    }

    /** Java's client refuses to make such a record; others write -1 where they know no time. */
    private static ProducerRecord<byte[], byte[]> withoutTimestamp(ProducerRecord<byte[], byte[]> record)
            throws ReflectiveOperationException {
        Field timestamp = ProducerRecord.class.getDeclaredField("timestamp");
        timestamp.setAccessible(true);
        timestamp.set(record, -1L);
        return record;
    }

    private static Bad bad(String code, String value) {
        return new Bad(code, bytes(value), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
