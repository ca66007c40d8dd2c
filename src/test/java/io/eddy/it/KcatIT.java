package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A foreign client, librdkafka's: what it sends is answered, and what it reads is what it sent. */
class KcatIT {
    @TempDir
    private Path folder;

    @Test
    void keysHeadersAndPartitionAreKept() throws Exception {
        assumeTrue(isInstalled(), "skipped: kcat is not installed (Debian: apt-get install kcat)");
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application application = new Application(
                    folder,
                    "kcat",
                    broker.bootstrapServers(),
                    Map.of("eddy.label", "variety", "eddy.topic.partitions", "3"));
            EddyProcess learner = application.start();
            for (int partition = 0; partition < 3; partition++) {
                kcat(
                        "key-" + partition + "|{\"area\":" + partition + ",\"variety\":\"Kama\"}\n" + "key-" + partition
                                + "|{\"area\":1}\n",
                        "-P",
                        "-b",
                        broker.bootstrapServers(),
                        "-t",
                        application.samples(),
                        "-p",
                        "" + partition,
                        "-K",
                        "|",
                        "-H",
                        "traceparent=00-" + partition);
            }
            application.awaitConsumed(6);
            // waits for the markers, which come after the commit has returned
            assertThat(broker.committed(application.predictions())).hasSize(6);
            String read = kcat(
                    "",
                    "-C",
                    "-b",
                    broker.bootstrapServers(),
                    "-t",
                    application.predictions(),
                    "-e",
                    "-q",
                    "-X",
                    "isolation.level=read_committed",
                    "-f",
                    "%p %k %h %s\\n");
            List<String> lines = read.lines().sorted().toList();
            assertThat(lines).hasSize(6);
            for (int n = 0; n < 6; n++) {
                int partition = n / 2;
                assertThat(lines.get(n))
                        .startsWith(partition + " key-" + partition + " traceparent=00-" + partition)
                        .contains("eddy.source.topic=" + application.samples())
                        .contains("eddy.source.partition=" + partition);
            }
            assertThat(read)
                    .contains("{\"prediction\":null,\"label\":\"Kama\",\"learned\":0}")
                    .contains("\"learned\":1}");
            learner.terminate();
        }
    }

    private String kcat(String input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("kcat.in"), input);
        Path out = folder.resolve("kcat.out");
        List<String> command = new ArrayList<>(List.of("kcat"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("kcat.err").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("kcat.err")))
                .isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "kcat")));
    }
}
