package io.eddy.it;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A broker in a process of its own; it can be killed and comes back on the same port with the same data. */
final class BrokerProcess implements AutoCloseable {
    private final Path folder;
    private final String bootstrapServers;
    private EddyProcess process;

    BrokerProcess(Path folder) {
        this.folder = folder;
        process = EddyProcess.start(
                folder, BrokerMain.class, folder.resolve("kafka").toString(), "0");
        bootstrapServers = awaitAddress();
    }

    private String awaitAddress() {
        Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("the broker ended: " + process.out() + process.err());
            }
            return process.out().contains("ready ");
        });
        return process.out()
                .lines()
                .filter(line -> line.startsWith("ready "))
                .map(line -> line.substring("ready ".length()).trim())
                .findFirst()
                .orElseThrow();
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** SIGKILL, and up again on the same port. */
    void killAndRestart() {
        process.kill();
        String port = bootstrapServers.substring(bootstrapServers.indexOf(':') + 1);
        process = EddyProcess.start(
                folder, BrokerMain.class, folder.resolve("kafka").toString(), port);
        awaitAddress();
    }

    @Override
    public void close() {
        process.terminate();
    }
}
