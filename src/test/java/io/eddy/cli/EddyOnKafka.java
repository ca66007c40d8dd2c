package io.eddy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Commands in this process, for any application on one Kafka. */
record EddyOnKafka(Path folder, String bootstrapServers) {
    record Result(int exitCode, String out) {}

    Result run(String command, String application, String... more) throws IOException {
        CapturedEddy eddy = new CapturedEddy();
        int exitCode =
                eddy.run(Stream.concat(Stream.of(command, config(application).toString()), Stream.of(more))
                        .toArray(String[]::new));
        return new Result(exitCode, eddy.out.toString());
    }

    /** The application's configuration file. */
    Path config(String application) throws IOException {
        return Files.write(
                folder.resolve(application + ".properties"),
                List.of(
                        "application.id=" + application,
                        "bootstrap.servers=" + bootstrapServers,
                        "state.dir=" + folder.resolve("state"),
                        "eddy.http.port=0",
                        "eddy.label=y"));
    }

    static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    static void alter(Admin admin, ConfigResource topic, String key, String value)
            throws ExecutionException, InterruptedException {
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
    }
}
