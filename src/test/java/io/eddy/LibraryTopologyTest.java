package io.eddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.problem.Problem;
import io.eddy.store.LearnerStore;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner among other people's processors, meters and properties. */
class LibraryTopologyTest {
    private static final Consumed<byte[], byte[]> CONSUMED = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
    private static final Produced<byte[], byte[]> PRODUCED = Produced.with(Serdes.ByteArray(), Serdes.ByteArray());

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LearnerConfig config = LearnerConfig.of(Map.of("eddy.label", "y", "application.id", "app"));

    /** Passes on once a second what came in between. */
    private static final class Buffer extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
        private final List<Record<byte[], byte[]>> waiting = new ArrayList<>();

        @Override
        public void process(Record<byte[], byte[]> record) {
            if (waiting.isEmpty()) {
                context().schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, time -> flush());
            }
            waiting.add(record);
        }

        private void flush() {
            waiting.forEach(context()::forward);
            waiting.clear();
        }
    }

    @Test
    void whatAPunctuationForwardsComesFromNowhereAndIsAnsweredAllTheSame() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("samples", CONSUMED)
                .process((ProcessorSupplier<byte[], byte[], byte[], byte[]>) Buffer::new)
                .process(LearnerProcessorSupplier.of(config, registry))
                .to("predictions", PRODUCED);
        try (TopologyTestDriver driver = driver(builder.build())) {
            pipe(driver, "{\"a\":1,\"y\":\"one\"}", "nonsense", "{\"a\":2}");
            driver.advanceWallClockTime(Duration.ofSeconds(2));
            List<TestRecord<byte[], byte[]>> predictions = read(driver, "predictions");
            assertThat(predictions).hasSize(2);
            assertThat(text(predictions.get(1).value())).startsWith("{\"prediction\":\"one\"");
            assertThat(predictions.get(1).headers().toArray()).isEmpty();
            TestRecord<byte[], byte[]> letter = read(driver, "app-dead-letters").get(0);
            assertThat(text(letter.headers().lastHeader("eddy.error.code").value()))
                    .isEqualTo("MALFORMED_JSON");
            assertThat(letter.headers().lastHeader("__streams.errors.topic")).isNull();
        }
    }

    @Test
    void aRefusedModelSaysWhyAndLeavesNoMeters() {
        LearnerStore first = open(config);
        first.flushCache();
        first.close();
        LearnerConfig other = LearnerConfig.of(Map.of("eddy.label", "y", "application.id", "app", "eddy.seed", "7"));
        registry.clear();
        assertThatThrownBy(() -> open(other))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll("eddy.seed is 7", "made with 1", "application.id");
        assertThat(registry.getMeters()).isEmpty();
    }

    /** A task that has learned one sample; its store. The test driver forgets the stores of the driver before. */
    private LearnerStore open(LearnerConfig learner) {
        LearnerProcessorSupplier supplier = LearnerProcessorSupplier.of(learner, registry);
        var context = new MockProcessorContext<byte[], byte[]>(properties("app"), new TaskId(0, 0), folder.toFile());
        context.setCurrentSystemTimeMs(0);
        LearnerStore store = (LearnerStore)
                supplier.stores().iterator().next().withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        Processor<byte[], byte[], byte[], byte[]> processor = supplier.get();
        try {
            processor.init(context);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        processor.process(new Record<>(null, "{\"a\":1,\"y\":\"one\"}".getBytes(StandardCharsets.UTF_8), 0));
        return store;
    }

    @Test
    void learnersThatShareARegistryAreToldApartByTheirTags() {
        try (TopologyTestDriver one = driver(topology(config, Tags.of("learner", "one")))) {
            pipe(one, "{\"a\":1,\"y\":\"one\"}");
            Topology topology = topology(LearnerConfig.of(Map.of("eddy.label", "y")), Tags.of("learner", "two"));
            try (TopologyTestDriver two = driver(topology, "two")) {
                pipe(two, "{\"a\":1,\"y\":\"one\"}", "{\"a\":2,\"y\":\"two\"}");
                assertThat(learned("one")).isEqualTo(1);
                assertThat(learned("two")).isEqualTo(2);
            }
            assertThat(learned("one")).isEqualTo(1);
            assertThat(registry.find("eddy.learned").tags("learner", "two").meters())
                    .isEmpty();
        }
    }

    private double learned(String learner) {
        return registry.get("eddy.learned")
                .tags("learner", learner, "partition", "0")
                .gauge()
                .value();
    }

    @Test
    void anAnswerThatNoTopicWouldTakeIsADeadLetter() {
        try (TopologyTestDriver driver = driver(topology(config, Tags.empty()))) {
            String name = "\\u0001".repeat(256);
            for (int n = 0; n < 700; n++) {
                pipe(
                        driver,
                        "{\"a\":1,\"y\":\"" + n
                                + name.substring(6 * Integer.toString(n).length()) + "\"}");
            }
            List<TestRecord<byte[], byte[]>> predictions = read(driver, "predictions");
            List<TestRecord<byte[], byte[]>> letters = read(driver, "app-dead-letters");
            assertThat(predictions).allMatch(prediction -> prediction.value().length <= 1_000_000);
            assertThat(letters)
                    .isNotEmpty()
                    .allMatch(letter -> text(letter.headers()
                                    .lastHeader("eddy.error.code")
                                    .value())
                            .equals("TOO_LARGE"));
            assertThat(predictions.size() + letters.size()).isEqualTo(700);
            assertThat(registry.get("eddy.learned").gauge().value()).isEqualTo(predictions.size());
        }
    }

    @Test
    void nothingIsNoConfigurationAndNoRegistry() {
        assertThatThrownBy(() -> LearnerProcessorSupplier.of(null, registry)).hasMessage("config");
        assertThatThrownBy(() -> LearnerProcessorSupplier.of(config, null)).hasMessage("registry");
    }

    private Topology topology(LearnerConfig learner, Tags tags) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("samples", CONSUMED)
                .process(LearnerProcessorSupplier.of(learner, registry, tags))
                .to("predictions", PRODUCED);
        return builder.build();
    }

    private TopologyTestDriver driver(Topology topology) {
        return driver(topology, "app");
    }

    private TopologyTestDriver driver(Topology topology, String applicationId) {
        return new TopologyTestDriver(topology, properties(applicationId));
    }

    private Properties properties(String applicationId) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return properties;
    }

    private static void pipe(TopologyTestDriver driver, String... values) {
        var samples = driver.createInputTopic("samples", new ByteArraySerializer(), new ByteArraySerializer());
        for (String value : values) {
            samples.pipeInput(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<TestRecord<byte[], byte[]>> read(TopologyTestDriver driver, String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
