package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.cli.demo.WheatKernels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of real runs, undisturbed, restoring and disturbed: a line to an event, keys and values. */
class LogIT {
    private static final Pattern LINE =
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (INFO|WARN|ERROR) +\\w+ event=(?<event>[a-z-]+)"
                    + "( [a-z.]+=(\"[^\"\\p{Cntrl}]*\"|[^\\s\"]+))*");

    @TempDir
    private Path folder;

    @Test
    void onlyTheApplicationBringsItsLogging() throws IOException {
        Path application = EddyProcess.JAR;
        assertThat(has(application, "logback.xml")).isTrue();
        try (Stream<Path> jars = Files.list(application.toAbsolutePath().getParent())) {
            assertThat(jars.filter(jar -> jar.getFileName().toString().matches("eddy-[0-9].*\\.jar")))
                    .isNotEmpty()
                    .noneMatch(jar -> has(jar, "logback.xml"));
        }
    }

    private static boolean has(Path jar, String entry) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyEventIsOneLine() throws Exception {
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application application =
                    new Application(folder, "log", broker.bootstrapServers(), Map.of("eddy.label", WheatKernels.LABEL));
            EddyProcess learner = application.start();
            broker.send(stream(application.samples()));
            application.awaitConsumed(7700);
            learner.kill();
            assertLog(learner.err());
            assertThat(learner.err())
                    .containsOnlyOnce("event=started ")
                    .contains("event=partition-assigned partition=0 learned=0")
                    .containsPattern("event=drift partition=0 learned=\\d+ detector=(adwin|page-hinkley)")
                    .containsPattern(
                            "event=dead-letter partition=0 offset=\\d+ code=MALFORMED_JSON reason=\"[^\"]+\" unsaid=0");
            assertThat(learner.err().lines().filter(line -> line.contains("event=dead-letter")))
                    .as("700 rejected samples")
                    .hasSizeLessThan(10);

            EddyProcess elsewhere = application
                    .launch("--set", "state.dir=" + folder.resolve("empty-disk"))
                    .awaitReady();
            EddyProcess.Result ended = elsewhere.terminate();
            assertLog(ended.err());
            assertThat(ended.err())
                    .containsPattern("event=restored partition=0 records=[1-9]\\d* ms=\\d+")
                    .containsPattern("event=partition-assigned partition=0 learned=[1-9]\\d+")
                    .contains("event=partition-closed partition=0")
                    .contains("event=stopped ")
                    .doesNotContain("event=commit-failed");
        }
    }

    /** It sleeps until the broker has given up its transaction; naps are repeated should a transaction have begun between two of them. */
    @Test
    void aCommitThatFails() throws Exception {
        try (Broker broker = new Broker(folder.resolve("kafka"))) {
            Application application =
                    new Application(folder, "nap", broker.bootstrapServers(), Map.of("eddy.label", WheatKernels.LABEL));
            EddyProcess learner = application
                    .launch("--set", "producer.transaction.timeout.ms=1000")
                    .awaitReady();
            for (int nap = 0; nap < 5 && !hasFailed(learner); nap++) {
                broker.send(kernels(application.samples(), 30_000));
                learner.signal("STOP");
                Thread.sleep(4_000);
                learner.signal("CONT");
                for (int tenth = 0; tenth < 100 && !hasFailed(learner); tenth++) {
                    Thread.sleep(100);
                }
            }
            assertThat(learner.err()).containsPattern("event=commit-failed partition=0 learned=\\d+ undone=[1-9]\\d*");
            assertLog(learner.err());
            learner.terminate();
        }
    }

    private static boolean hasFailed(EddyProcess learner) {
        return learner.err().contains("event=commit-failed");
    }

    /** Kernels and, among them, what is no JSON; the scanner's recalibration is a drift. */
    private static List<ProducerRecord<byte[], byte[]>> stream(String topic) {
        List<ProducerRecord<byte[], byte[]>> records = kernels(topic, 7000);
        for (int n = 0; n < 700; n++) {
            records.add(n * 10, new ProducerRecord<>(topic, "{\"no\" \"JSON\n".getBytes(StandardCharsets.UTF_8)));
        }
        return records;
    }

    private static List<ProducerRecord<byte[], byte[]>> kernels(String topic, int count) {
        WheatKernels kernels = new WheatKernels(1);
        return Stream.generate(() -> new ProducerRecord<byte[], byte[]>(topic, kernels.next()))
                .limit(count)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** One line to an event, and each is one that the README knows. */
    private static void assertLog(String log) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(log.lines()).isNotEmpty().allSatisfy(line -> {
            Matcher event = LINE.matcher(line);
            assertThat(event.matches()).as(line).isTrue();
            assertThat(readme).contains("`" + event.group("event") + "`");
        });
    }
}
