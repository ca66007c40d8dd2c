package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.eddy.Samples;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of meters, in the README, the dashboard and the alerts, beside a live scrape. */
class MetersIT {
    private static final Pattern ROW = Pattern.compile(
            "\\| `(eddy\\.[a-z0-9.]+)` \\| (gauge|counter|timer|distribution summary)(, [a-z]+)? \\|.*");

    @TempDir
    private Path folder;

    @Test
    void everyMeterThatIsNamedIsThereAndGoesOnAfterAKillOnAnEmptyDisk() throws Exception {
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application application =
                    new Application(folder, "meters", broker.bootstrapServers(), Map.of("eddy.label", "y"));
            EddyProcess learner = application.start();
            try {
                Set<String> clients = tags(learner, "client_id", "thread_id");
                broker.send(records(application.samples()));
                application.awaitConsumed(220);
                Map<String, String> counters = counters(learner);
                assertThat(counters)
                        .containsEntry("eddy_samples_total{outcome=\"learned\",partition=\"0\"}", "200.0")
                        .containsEntry("eddy_dead_letters_total{code=\"MALFORMED_JSON\",partition=\"0\"}", "10.0")
                        .containsEntry("eddy_predictions_total{partition=\"0\"}", "210.0")
                        .containsEntry("eddy_measured_total{partition=\"0\"}", "199.0");
                assertThat(seconds(learner, "eddy_behind_seconds")).isBetween(0.0, 60.0);
                assertAllIsThere(learner);

                learner.kill();
                Utils.delete(application.stateDirectory().toFile());
                learner = application.start();
                assertThat(counters(learner)).isEqualTo(counters);
                assertThat(tags(learner, "client_id", "thread_id"))
                        .isEqualTo(clients)
                        .isNotEmpty();
                assertThat(tags(learner, "process_id")).isEmpty();
                assertThat(seconds(learner, "eddy_restore_duration_seconds")).isBetween(1e-6, 30.0);
            } finally {
                learner.kill();
            }
        }
    }

    private static void assertAllIsThere(EddyProcess learner) throws IOException {
        // Kafka's own are looked for once a minute
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> names(learner).contains("kafka_consumer_fetch_manager_records_lag"));
        Set<String> names = names(learner);
        assertThat(names).containsAll(ofReadme());
        names.add("up"); // made by Prometheus itself
        List<String> expressions = new ArrayList<>(Monitoring.dashboardExpressions());
        expressions.addAll(Monitoring.alertExpressions());
        assertThat(expressions)
                .hasSizeGreaterThan(60)
                .allSatisfy(expression -> assertThat(names).as(expression).containsAll(PromQl.metrics(expression)));
    }

    @Test
    void anOpenTelemetryCollectorGetsThemToo() throws Exception {
        Queue<ExportMetricsServiceRequest> requests = new ConcurrentLinkedQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/metrics", exchange -> {
            requests.add(ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
            EddyProcess learner = run(endpoint).awaitReady();
            learner.terminate();
        } finally {
            collector.stop(0);
        }
        var resource = requests.stream()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .getResourceMetrics(0);
        assertThat(resource.getResource().getAttributesList())
                .anyMatch(attribute -> attribute.getKey().equals("service.name")
                        && attribute.getValue().getStringValue().equals("pushed"));
        assertThat(resource.getScopeMetrics(0).getMetricsList())
                .extracting(Metric::getName)
                .contains("eddy.samples", "eddy.accuracy", "eddy.predict", "eddy.loss", "jvm.memory.used");
    }

    @Test
    void anEndpointThatIsNoAddressIsNamed() throws IOException {
        EddyProcess.Result result = run("nowhere").await(Duration.ofSeconds(30));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("OTEL_EXPORTER_OTLP_ENDPOINT is not an address")
                .hasLineCount(3);
    }

    private EddyProcess run(String endpoint) throws IOException {
        Path config = Files.writeString(
                folder.resolve("pushed.properties"),
                "application.id=pushed\neddy.label=y\neddy.http.port=0\nstate.dir=" + folder.resolve("state"));
        return EddyProcess.start(
                folder, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint), "run", config.toString(), "--embedded-kafka");
    }

    /** 200 labelled samples, 10 without a label, 10 that are none. */
    private static List<ProducerRecord<byte[], byte[]>> records(String topic) {
        List<String> values = new ArrayList<>(Samples.classification(200, 1));
        for (int n = 0; n < 10; n++) {
            values.add("{\"a\":" + n + "}");
            values.add("nonsense " + n);
        }
        return values.stream()
                .map(value -> new ProducerRecord<byte[], byte[]>(topic, value.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** As Prometheus sees the README's table. */
    private static Set<String> ofReadme() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String unit = row.group(3) == null ? "" : row.group(3).replace(", ", "_");
                String name = row.group(1).replace('.', '_');
                String full = name.endsWith(unit) ? name : name + unit;
                names.addAll(
                        switch (row.group(2)) {
                            case "gauge" -> Set.of(full);
                            case "counter" -> Set.of(full + "_total");
                            default -> Set.of(full + "_count", full + "_sum", full + "_bucket");
                        });
            }
        }
        assertThat(names).hasSizeGreaterThan(40);
        return names;
    }

    private static List<String> series(EddyProcess process) {
        return process.get("/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static Set<String> names(EddyProcess process) {
        return series(process).stream()
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of the learner's state, with their values. */
    private static Map<String, String> counters(EddyProcess process) {
        Map<String, String> counters = new TreeMap<>();
        series(process).stream()
                .filter(line -> line.matches("eddy_[a-z_]+_total\\{.*") && !line.startsWith("eddy_values"))
                .forEach(line -> counters.put(
                        line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1)));
        return counters;
    }

    private static double seconds(EddyProcess process, String gauge) {
        return series(process).stream()
                .filter(line -> line.startsWith(gauge + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> tags(EddyProcess process, String... keys) {
        Set<String> found = new TreeSet<>();
        for (String key : keys) {
            Matcher tag = Pattern.compile(key + "=\"([^\"]*)\"").matcher(String.join("\n", series(process)));
            while (tag.find()) {
                found.add(tag.group(1));
            }
        }
        return found;
    }
}
