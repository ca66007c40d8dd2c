package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eddy.LearnerConfig;
import io.eddy.it.Monitoring;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Dockerfile, compose.yaml and the manifests name only what is there: files, ports, paths, keys. Nothing is run here. */
class DeploymentTest {
    private static final Path DOCKER = Path.of("docker");
    private static final String DOCKERFILE = read(DOCKER.resolve("Dockerfile"));
    private static final JsonNode SERVICES =
            Monitoring.yaml(DOCKER.resolve("compose.yaml")).get(0).get("services");
    private static final List<JsonNode> MANIFESTS = Monitoring.yaml(Path.of("config/kubernetes/eddy.yaml"));
    private static final JsonNode POD = manifest("StatefulSet").at("/spec/template/spec");
    private static final JsonNode CONTAINER = POD.at("/containers/0");

    private static JsonNode manifest(String kind) {
        return MANIFESTS.stream()
                .filter(manifest -> manifest.get("kind").textValue().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theImageCopiesWhatIsThereAndDoesNotRunAsRoot() {
        Matcher copies = Pattern.compile("(?m)^COPY (?!--from)(.*) \\S+$").matcher(DOCKERFILE);
        String ignored = read(DOCKER.resolve("Dockerfile.dockerignore"));
        Set<String> copied = new HashSet<>();
        while (copies.find()) {
            copied.addAll(List.of(copies.group(1).split(" ")));
        }
        assertThat(copied).hasSizeGreaterThan(3).allSatisfy(path -> {
            assertThat(Path.of(path)).exists();
            assertThat(ignored).contains("!" + path + "\n");
        });
        assertThat(DOCKERFILE).contains("\nUSER 10001:10001\n").contains("--uid 10001 --gid eddy");
    }

    @Test
    void composeMountsWhatIsThere() {
        Set<String> volumes =
                names(Monitoring.yaml(DOCKER.resolve("compose.yaml")).get(0).get("volumes"));
        for (JsonNode mount : SERVICES.findValues("volumes").stream()
                .flatMap(DeploymentTest::items)
                .toList()) {
            String source = mount.textValue().replaceFirst(":.*", "");
            if (source.startsWith(".")) {
                assertThat(DOCKER.resolve(source)).exists();
            } else {
                assertThat(volumes).contains(source);
            }
        }
    }

    @Test
    void composePublishesOnTheLoopbackAddressOnly() {
        assertThat(SERVICES.findValues("ports").stream().flatMap(DeploymentTest::items))
                .hasSize(4)
                .allSatisfy(port -> assertThat(port.textValue()).matches("127\\.0\\.0\\.1:(\\d+):\\1"));
    }

    @Test
    void servicesThatAreWaitedForAreThereAndHealthChecked() {
        for (JsonNode waits : SERVICES.findValues("depends_on")) {
            for (String other : names(waits)) {
                boolean isChecked = SERVICES.at("/" + other).has("healthcheck") || other.equals("eddy");
                assertThat(isChecked).as(other).isTrue();
            }
        }
        assertThat(DOCKERFILE).contains("HEALTHCHECK").contains("GET /health/ready ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eddy", "generator"})
    void theEnvironmentOfComposeIsOfKnownKeys(String service) {
        Map<String, String> environment = new TreeMap<>(environmentOfImage());
        names(SERVICES.get(service).get("environment"))
                .forEach(name -> environment.put(
                        name,
                        SERVICES.at("/" + service + "/environment/" + name).asText()));
        LearnerConfig config = assemble(read(DOCKER.resolve("eddy.properties")), environment);
        assertThat(config.streamsProperties()).containsEntry("bootstrap.servers", "kafka:19092");
        assertThat(config.http().host()).isEqualTo("0.0.0.0");
        assertThat(SERVICES.at("/kafka/environment/KAFKA_LISTENERS").asText()).contains("PLAINTEXT://:19092");
    }

    @Test
    void whatPrometheusScrapesIsWhatEddyServes() {
        JsonNode scrape =
                Monitoring.yaml(DOCKER.resolve("prometheus.yml")).get(0).at("/scrape_configs/0");
        LearnerConfig config = assemble(read(DOCKER.resolve("eddy.properties")), environmentOfImage());
        assertThat(scrape.at("/static_configs/0/targets/0").textValue())
                .isEqualTo("eddy:" + config.http().port());
        assertThat(DOCKERFILE).contains("EXPOSE " + config.http().port() + "\n");
        assertThat(read(Path.of("config/prometheus/eddy-alerts.yaml")))
                .contains("up{job=\"" + scrape.get("job_name").textValue() + "\"}");
    }

    @Test
    void thePodsConfigurationIsOneAndEachPodIsAMember() {
        Map<String, String> environment = new TreeMap<>(environmentOfImage());
        JsonNode member = CONTAINER.at("/env/0");
        assertThat(member.at("/valueFrom/fieldRef/fieldPath").textValue()).isEqualTo("metadata.name");
        environment.put(member.get("name").textValue(), "eddy-0");
        LearnerConfig config =
                assemble(manifest("ConfigMap").at("/data/eddy.properties").textValue(), environment);
        assertThat(config.streamsProperties())
                .containsEntry("group.instance.id", "eddy-0")
                .containsEntry("client.id", "eddy-0");
        assertThat(config.http().host()).isEqualTo("0.0.0.0");
        assertThat(manifest("StatefulSet").at("/spec/replicas").asInt()).isLessThanOrEqualTo(config.partitions());
        assertThat(CONTAINER.at("/ports/0/containerPort").asInt())
                .isEqualTo(config.http().port())
                .isEqualTo(manifest("Service").at("/spec/ports/0/port").asInt());
    }

    @Test
    void probesAskThePortOfTheContainer() {
        String port = CONTAINER.at("/ports/0/name").textValue();
        Map<String, String> probes = Map.of(
                "startupProbe", "/health/started", "livenessProbe", "/health/live", "readinessProbe", "/health/ready");
        probes.forEach((probe, path) -> {
            assertThat(CONTAINER.at("/" + probe + "/httpGet/path").textValue()).isEqualTo(path);
            assertThat(CONTAINER.at("/" + probe + "/httpGet/port").textValue()).isEqualTo(port);
        });
        assertThat(manifest("Service").at("/spec/ports/0/targetPort").textValue())
                .isEqualTo(port);
    }

    @Test
    void whatIsMountedIsDeclaredAndWhatIsWrittenIsMounted() {
        Set<String> declared = new TreeSet<>(POD.get("volumes").findValuesAsText("name"));
        declared.addAll(manifest("StatefulSet").at("/spec/volumeClaimTemplates").findValuesAsText("name"));
        assertThat(declared)
                .containsAll(CONTAINER.get("volumeMounts").findValuesAsText("name"))
                .contains(POD.at("/volumes/0/name").textValue());
        assertThat(POD.at("/volumes/0/configMap/name"))
                .isEqualTo(manifest("ConfigMap").at("/metadata/name"));
        assertThat(CONTAINER.at("/securityContext/readOnlyRootFilesystem").booleanValue())
                .isTrue();
        assertThat(CONTAINER.get("volumeMounts").findValuesAsText("mountPath"))
                .contains(environmentOfImage().get("KAFKA_STATE_DIR"), "/tmp", "/etc/eddy");
        assertThat(DOCKERFILE).contains("CMD [\"run\", \"/etc/eddy/eddy.properties\"]");
    }

    @Test
    void podsAreFoundStartedTogetherAndOfTheImagesUser() {
        JsonNode labels = manifest("StatefulSet").at("/spec/template/metadata/labels");
        assertThat(manifest("Service").at("/spec/selector")).isEqualTo(labels);
        for (String kind : List.of("StatefulSet", "PodDisruptionBudget")) {
            assertThat(manifest(kind).at("/spec/selector/matchLabels")).isEqualTo(labels);
        }
        assertThat(manifest("StatefulSet").at("/spec/serviceName"))
                .isEqualTo(manifest("Service").at("/metadata/name"));
        assertThat(manifest("StatefulSet").at("/spec/podManagementPolicy").textValue())
                .isEqualTo("Parallel");
        assertThat(POD.at("/securityContext/runAsNonRoot").booleanValue()).isTrue();
        assertThat(POD.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
        assertThat(POD.at("/securityContext/fsGroup").asInt()).isEqualTo(10001);
    }

    /** What the Dockerfile's ENV says. */
    private static Map<String, String> environmentOfImage() {
        Map<String, String> environment = new HashMap<>();
        Matcher variables =
                Pattern.compile("(?m)^(?:ENV)? *((?:EDDY|KAFKA)_\\w+)=(\\S+)").matcher(DOCKERFILE);
        while (variables.find()) {
            environment.put(variables.group(1), variables.group(2));
        }
        assertThat(environment).hasSize(2);
        return environment;
    }

    /** As the command line does; an unknown key of Eddy's is an error there, one of Kafka's here. */
    private static LearnerConfig assemble(String properties, Map<String, String> environment) {
        Properties file = new Properties();
        try {
            file.load(new StringReader(properties));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> map = new TreeMap<>();
        file.stringPropertyNames().forEach(name -> map.put(name, file.getProperty(name)));
        LearnerConfig config = ConfigOptions.assemble(map, environment, Map.of());
        Set<String> known = new HashSet<>(StreamsConfig.configDef().names());
        known.addAll(ConsumerConfig.configNames());
        assertThat(config.streamsProperties().keySet().stream()
                        .map(key -> key.replaceFirst("^(consumer|producer)\\.", "")))
                .allMatch(key -> known.contains(key) || key.matches("max.request.size|batch.size|compression.type"));
        return config;
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
