package io.eddy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.metrics.LearnerMeters;
import io.eddy.metrics.PartitionReport;
import io.eddy.wire.RejectionCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The record's path without a broker: Eddy's own topology, and the one of a library user. */
class LearnerTopologyTest {
    private final Instant now = Instant.now();

    @TempDir
    private Path stateDirectory;

    private final LearnerConfig config =
            LearnerConfig.of(Map.of("eddy.label", "y", "eddy.sample.max.bytes", "2000", "application.id", "app"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LearnerMeters meters = new LearnerMeters(registry);
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> samples;
    private TestOutputTopic<byte[], byte[]> predictions;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void own() {
        drive(LearnerTopology.build(config, meters), "app-samples", "app-predictions");
    }

    private void drive(Topology topology, String in, String out) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        properties.put(
                StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArray().getClass());
        properties.put(
                StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
                Serdes.ByteArray().getClass());
        driver = new TopologyTestDriver(topology, properties, now);
        samples = driver.createInputTopic(in, new ByteArraySerializer(), new ByteArraySerializer());
        predictions = driver.createOutputTopic(out, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        deadLetters =
                driver.createOutputTopic("app-dead-letters", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void aSampleIsAnsweredBeforeItIsLearned() {
        send("{\"a\":1,\"y\":\"one\"}");
        send("{\"a\":2}");
        assertThat(text(predictions.readValue())).isEqualTo("{\"prediction\":null,\"label\":\"one\",\"learned\":0}");
        assertThat(text(predictions.readValue()))
                .startsWith("{\"prediction\":\"one\",")
                .endsWith("\"learned\":1}");
    }

    @Test
    void keyTimestampAndHeadersAreKeptAndTheSourceIsAdded() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", bytes("00-1-2-00")).add("eddy.source.topic", bytes("an earlier Eddy"));
        samples.pipeInput(new TestRecord<>(bytes("key"), bytes("{\"a\":1}"), headers, 1_000L));
        TestRecord<byte[], byte[]> prediction = predictions.readRecord();
        assertThat(text(prediction.key())).isEqualTo("key");
        assertThat(prediction.timestamp()).isEqualTo(1_000L);
        assertThat(header(prediction.headers(), "traceparent")).isEqualTo("00-1-2-00");
        assertThat(header(prediction.headers(), "eddy.source.topic")).isEqualTo("app-samples");
        assertThat(prediction.headers().headers("eddy.source.topic")).hasSize(1);
        assertThat(header(prediction.headers(), "eddy.source.partition")).isEqualTo("0");
        assertThat(header(prediction.headers(), "eddy.source.offset")).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(
            value = RejectionCode.class,
            names = {"TOO_MANY_CLASSES", "WRONG_FORMAT"},
            mode = EnumSource.Mode.EXCLUDE)
    void badInputIsADeadLetterAndTheNextSampleIsAnswered(RejectionCode code) {
        send("{\"a\":1,\"y\":\"one\"}");
        predictions.readValue();
        Instant time = code == RejectionCode.TIMESTAMP_OUT_OF_RANGE ? now.plus(Duration.ofHours(2)) : now;
        String bad = Map.of(
                        RejectionCode.MALFORMED_JSON, "{\"a\":",
                        RejectionCode.NOT_AN_OBJECT, "[1]",
                        RejectionCode.NO_FEATURES, "{}",
                        RejectionCode.BAD_LABEL, "{\"a\":1,\"y\":7}",
                        RejectionCode.NON_FINITE, "{\"a\":1e999}",
                        RejectionCode.TOO_LARGE, "{\"a\":\"" + "x".repeat(2000) + "\"}",
                        RejectionCode.TIMESTAMP_OUT_OF_RANGE, "{\"a\":1}")
                .get(code);
        samples.pipeInput(bytes("key"), bytes(bad), time);
        send("{\"a\":2}");

        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(text(letter.value())).isEqualTo(bad);
        assertThat(text(letter.key())).isEqualTo("key");
        assertThat(letter.timestamp()).isLessThan(now.plus(Duration.ofHours(1)).toEpochMilli());
        assertThat(header(letter.headers(), "eddy.error.code")).isEqualTo(code.name());
        assertThat(header(letter.headers(), "__streams.errors.exception")).endsWith("RejectedSampleException");
        assertThat(header(letter.headers(), "__streams.errors.message")).isNotBlank();
        assertThat(header(letter.headers(), "__streams.errors.topic")).isEqualTo("app-samples");
        assertThat(header(letter.headers(), "__streams.errors.partition")).isEqualTo("0");
        assertThat(header(letter.headers(), "__streams.errors.offset")).isEqualTo("1");
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(predictions.readValuesToList()).hasSize(1);
    }

    @Test
    void everyRecordIsCountedOnce() {
        send("{\"a\":1,\"y\":\"one\"}");
        send("{\"a\":1}");
        send("nonsense");
        samples.pipeInput(bytes("key"), null, now);
        send("{\"before\":{\"a\":1},\"after\":null,\"source\":{},\"op\":\"d\"}");
        PartitionReport report = meters.reports().get(0);
        assertThat(report.report().consumed()).isEqualTo(5);
        assertThat(report.report().isBalanced()).isTrue();
        for (String outcome : List.of("learned", "predicted_only", "dead_lettered", "tombstone")) {
            assertThat(registry.get("eddy.samples")
                            .tags("partition", "0", "outcome", outcome)
                            .functionCounter()
                            .count())
                    .as(outcome)
                    .isEqualTo(outcome.equals("tombstone") ? 2 : 1);
        }
        assertThat(registry.get("eddy.predict").timer().count())
                .as("the first of each 16")
                .isOne();
        assertThat(registry.get("eddy.snapshot.bytes").gauge().value()).isGreaterThan(100);
        driver.close();
        driver = null;
        assertThat(registry.find("eddy.samples").meters())
                .as("a closed task has no meters")
                .isEmpty();
    }

    @Test
    void aLibraryUsersTopologyNeedsOneLine() {
        driver.close();
        drive(LibraryExample.topology(registry), "samples", "predictions");
        send("{\"a\":1,\"variety\":\"Kama\"}");
        send("nonsense");
        send("{\"a\":1}");
        assertThat(predictions.readValuesToList()).hasSize(2);
        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(text(letter.value())).isEqualTo("nonsense");
        assertThat(header(letter.headers(), "eddy.error.code")).isEqualTo("MALFORMED_JSON");
    }

    private void send(String json) {
        samples.pipeInput(bytes("k"), bytes(json), now);
    }

    private static String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : text(header.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
