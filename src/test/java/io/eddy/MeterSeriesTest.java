package io.eddy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.metrics.LearnerMeters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many series a scrape of the learner has, whatever the stream brings. */
class MeterSeriesTest {
    private static final int MOST_CLASSES = 50;

    @TempDir
    private Path stateDirectory;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> samples;
    private Instant now = Instant.now().minus(Duration.ofDays(1));

    @BeforeEach
    void start() {
        LearnerConfig config = LearnerConfig.of(Map.of("eddy.label", "y", "application.id", "app"));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(LearnerTopology.build(config, new LearnerMeters(registry)), properties, now);
        samples = driver.createInputTopic("app-samples", new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void keysFeaturesAndTimeBringNoMore() {
        send("key", "{\"a\":1,\"y\":\"one\"}");
        send("key", "{\"a\":2,\"y\":\"two\"}");
        Set<String> before = series();
        for (int n = 0; n < 100; n++) {
            send("key " + n, "{\"a\":%d,\"field %d\":%d,\"c\":\"category %d\",\"y\":\"one\"}".formatted(n, n, n, n));
            send("key " + n, "{\"a\":%d,\"new\":null}".formatted(n));
            send("key " + n, "nonsense " + n);
        }
        assertThat(series()).isEqualTo(before);
        assertThat(registry.get("eddy.features").gauge().value()).isGreaterThan(200);
    }

    @Test
    void classesAreTagsUntilThereAreTooMany() {
        for (int n = 0; n < MOST_CLASSES; n++) {
            send("key", "{\"a\":%d,\"y\":\"class %d\"}".formatted(n, n));
        }
        int most = series().size();
        assertThat(series()).anyMatch(name -> name.contains("class=\"class 49\""));
        for (int n = MOST_CLASSES; n < 4 * MOST_CLASSES; n++) {
            send("key", "{\"a\":%d,\"y\":\"class %d\"}".formatted(n, n));
        }
        assertThat(series()).hasSize(most - 2 * MOST_CLASSES).noneMatch(name -> name.contains("class="));
    }

    @Test
    void whatLabelledSamplesLackIsCounted() {
        for (int n = 0; n < 10; n++) {
            send("key", n < 4 ? "{\"a\":1,\"b\":2,\"y\":\"one\"}" : "{\"a\":1,\"y\":\"one\"}");
        }
        send("key", "{\"b\":1}");
        assertThat(registry.scrape())
                .contains("eddy_values_total{partition=\"0\",state=\"present\"} 14.0")
                .contains("eddy_values_total{partition=\"0\",state=\"missing\"} 6.0");
    }

    private void send(String key, String json) {
        now = now.plusSeconds(1);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        samples.pipeInput(key.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8), now);
    }

    /** Names with their tags. */
    private Set<String> series() {
        return registry.scrape()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }
}
