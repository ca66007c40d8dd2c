package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Two runs differ in the names of their topics only; all else of a record is its content. */
class OutcomeTest {
    private static String prediction(long timestamp, String... more) {
        return content("eddy.source", timestamp, headers("eddy.source", "one-samples", more));
    }

    private static String deadLetter(long timestamp, String topic, String code) {
        return content("__streams.errors", timestamp, headers("__streams.errors", topic, "eddy.error.code", code));
    }

    private static String content(String source, long timestamp, Headers headers) {
        byte[] key = bytes("key");
        byte[] value = bytes("{}");
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "t", 0, 0, timestamp, TimestampType.CREATE_TIME, 3, 2, key, value, headers, Optional.empty());
        return Outcome.answer(record, source).content();
    }

    private static Headers headers(String source, String topic, String... more) {
        Headers headers = new RecordHeaders()
                .add(source + ".topic", bytes(topic))
                .add(source + ".partition", bytes("1"))
                .add(source + ".offset", bytes("7"));
        for (int i = 0; i < more.length; i += 2) {
            headers.add(more[i], bytes(more[i + 1]));
        }
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theTopicIsTheRunsOwn() {
        assertThat(content("eddy.source", 5, headers("eddy.source", "another-samples")))
                .isEqualTo(prediction(5));
        assertThat(deadLetter(5, "another-samples", "MALFORMED_JSON"))
                .isEqualTo(deadLetter(5, "one-samples", "MALFORMED_JSON"));
    }

    @Test
    void anotherTime() {
        assertThat(prediction(6)).isNotEqualTo(prediction(5));
        assertThat(deadLetter(6, "one-samples", "MALFORMED_JSON"))
                .isNotEqualTo(deadLetter(5, "one-samples", "MALFORMED_JSON"));
    }

    @Test
    void theTimeOfARejectionForItsTimeIsTheRunsOwn() {
        assertThat(deadLetter(6, "one-samples", "TIMESTAMP_OUT_OF_RANGE"))
                .isEqualTo(deadLetter(5, "one-samples", "TIMESTAMP_OUT_OF_RANGE"));
    }

    @Test
    void aHeaderLostDoubledChangedOrExchanged() {
        assertThat(prediction(5, "trace", "1", "eddy.drift", "adwin"))
                .isNotEqualTo(prediction(5, "trace", "1"))
                .isNotEqualTo(prediction(5, "trace", "1", "eddy.drift", "adwin", "eddy.drift", "adwin"))
                .isNotEqualTo(prediction(5, "trace", "1", "eddy.drift", "page-hinkley"))
                .isNotEqualTo(prediction(5, "eddy.drift", "adwin", "trace", "1"));
    }
}
