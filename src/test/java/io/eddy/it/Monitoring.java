package io.eddy.it;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that others read: Docker, Prometheus, Grafana, Kubernetes. */
public final class Monitoring {
    static final Path ALERTS = Path.of("config/prometheus/eddy-alerts.yaml");
    static final Path ALERTS_TEST = Path.of("config/prometheus/eddy-alerts-test.yaml");
    private static final Path DASHBOARD = Path.of("docker/grafana/dashboards/eddy.json");

    private Monitoring() {}

    /** The documents of a file of YAML; a key given twice is an error. */
    public static List<JsonNode> yaml(Path file) {
        YAMLMapper mapper = new YAMLMapper();
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try (MappingIterator<JsonNode> documents =
                mapper.readerFor(JsonNode.class).readValues(Files.readString(file))) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static List<String> alerts() {
        return yaml(ALERTS).get(0).findValuesAsText("alert");
    }

    static List<String> alertExpressions() {
        return yaml(ALERTS).get(0).findValuesAsText("expr");
    }

    /** Those of panels and annotations, and what the variables are made of. */
    static List<String> dashboardExpressions() {
        try {
            JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
            List<String> expressions = new ArrayList<>(dashboard.findValuesAsText("expr"));
            dashboard.findValuesAsText("definition").stream()
                    .map(definition -> definition.replaceAll("label_values\\(([^,]*),.*", "$1"))
                    .forEach(expressions::add);
            return expressions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
