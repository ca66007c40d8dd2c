package io.eddy.stream;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.eddy.wire.RejectedSampleException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The headers that say where an answer or a dead letter came from; the sample's own headers are kept. */
final class Provenance {
    private static final String TOPIC = "eddy.source.topic";
    private static final String PARTITION = "eddy.source.partition";
    private static final String OFFSET = "eddy.source.offset";
    private static final String DRIFT = "eddy.drift";
    private static final List<String> OF_PREDICTIONS = List.of(TOPIC, PARTITION, OFFSET, DRIFT);

    private final byte[] digits = new byte[20]; // of any long
    private String name;
    private int number;
    private Header topic; // of the record before, and mostly of this one
    private Header partition;

    /**
     * The answer to a sample, with {@code eddy.source.topic}, {@code .partition}, {@code .offset}; {@code eddy.drift} since a
     * drift was found, until the next sample is learned from.
     *
     * @param drift the detector that found it; empty for none
     */
    Record<byte[], byte[]> prediction(
            Record<byte[], byte[]> sample, byte[] answer, Optional<RecordMetadata> source, String drift) {
        Record<byte[], byte[]> prediction = new Record<>(sample.key(), answer, sample.timestamp());
        Headers headers = prediction.headers();
        for (Header header : sample.headers()) {
            if (!OF_PREDICTIONS.contains(header.key())) {
                headers.add(header);
            }
        }
        source.ifPresent(record -> add(headers, record));
        if (!drift.isEmpty()) {
            headers.add(DRIFT, drift.getBytes(StandardCharsets.UTF_8));
        }
        return prediction;
    }

    private void add(Headers headers, RecordMetadata record) {
        remember(record);
        headers.add(topic).add(partition).add(OFFSET, ascii(record.offset()));
    }

    /** One task has one partition. */
    private void remember(RecordMetadata record) {
        if (topic == null || record.partition() != number || !record.topic().equals(name)) {
            name = record.topic();
            number = record.partition();
            topic = new RecordHeader(TOPIC, name.getBytes(StandardCharsets.UTF_8));
            partition = new RecordHeader(PARTITION, ascii(number));
        }
    }

    private byte[] ascii(long value) {
        return Arrays.copyOf(digits, NumberOutput.outputLong(value, digits, 0));
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
