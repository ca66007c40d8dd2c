package io.eddy.stream;

import io.eddy.wire.RejectedSampleException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The headers that say where an answer or a dead letter came from; the sample's own headers are kept. */
final class Provenance {
    private Provenance() {}

    /**
     * {@code eddy.source.topic}, {@code .partition}, {@code .offset}; {@code eddy.drift} on answers since a drift was found,
     * until the next sample is learned from.
     *
     * @param drift the detector that found it; empty for none
     */
    static Headers ofPrediction(Headers sample, Optional<RecordMetadata> source, String drift) {
        Headers headers = new RecordHeaders(sample);
        source.ifPresent(record -> {
            put(headers, "eddy.source.topic", record.topic());
            put(headers, "eddy.source.partition", Integer.toString(record.partition()));
            put(headers, "eddy.source.offset", Long.toString(record.offset()));
        });
        headers.remove("eddy.drift");
        if (!drift.isEmpty()) {
            put(headers, "eddy.drift", drift);
        }
        return headers;
    }

    /** The names that Kafka Streams uses for its own dead letters (KIP-1034), and {@code eddy.error.code}. */
    static Headers ofDeadLetter(Headers sample, Optional<RecordMetadata> source, RejectedSampleException reason) {
        Headers headers = new RecordHeaders(sample);
        put(headers, "__streams.errors.exception", reason.getClass().getName());
        put(headers, "__streams.errors.message", reason.getMessage());
        source.ifPresent(record -> {
            put(headers, "__streams.errors.topic", record.topic());
            put(headers, "__streams.errors.partition", Integer.toString(record.partition()));
            put(headers, "__streams.errors.offset", Long.toString(record.offset()));
        });
        put(headers, "eddy.error.code", reason.code().name());
        return headers;
    }

    /** Length of what an answer takes over from its sample. */
    static int carriedBytes(Record<byte[], byte[]> record) {
        int bytes = record.key() == null ? 0 : record.key().length;
        for (Header header : record.headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
