package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** One application of a test: its configuration file, and the commands on it. */
final class Application {
    private final Path folder;
    private final Path config;
    private final String id;

    Application(Path folder, String id, String bootstrapServers, Map<String, String> keys) {
        this.folder = folder;
        this.id = id;
        this.config = folder.resolve(id + ".properties");
        String text = "application.id=" + id + "\n"
                + "bootstrap.servers=" + bootstrapServers + "\n"
                + "state.dir=" + folder.resolve("state-" + id) + "\n"
                + "eddy.http.port=0\n"
                + keys.entrySet().stream()
                        .map(key -> key.getKey() + "=" + key.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Files.writeString(config, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EddyProcess start() {
        return launch().awaitReady();
    }

    /** Starts an instance; more settings make it another one than those with others. */
    EddyProcess launch(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", config.toString()));
        arguments.addAll(List.of(more));
        return EddyProcess.start(folder, arguments.toArray(String[]::new));
    }

    /** Runs a command on this configuration; it must succeed. */
    String command(String name, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = name;
        arguments[1] = config.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        EddyProcess.Result result = EddyProcess.run(folder, arguments);
        if (result.exitCode() != 0) {
            throw new AssertionError(name + " ended with " + result);
        }
        return result.out();
    }

    JsonNode inspect() {
        return Json.parse(command("inspect", "--json"));
    }

    /** Inspects until so many records are consumed, and committed; an inspection that fails is repeated. */
    JsonNode awaitConsumed(long records) {
        JsonNode[] last = new JsonNode[1];
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    last[0] = inspect();
                    assertThat(last[0].get("consumed").asLong()).isGreaterThanOrEqualTo(records);
                });
        return last[0];
    }

    String changelog() {
        return id + "-eddy-learner-changelog";
    }

    Path stateDirectory() {
        return folder.resolve("state-" + id);
    }

    String samples() {
        return id + "-samples";
    }

    String predictions() {
        return id + "-predictions";
    }

    String deadLetters() {
        return id + "-dead-letters";
    }
}
