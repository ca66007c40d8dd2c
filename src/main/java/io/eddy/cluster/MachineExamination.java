package io.eddy.cluster;

import io.eddy.LearnerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.StreamsConfig;

/** What {@code run} would find on this machine: room for its state, and its port. */
final class MachineExamination {
    private static final long MEBIBYTE = 1 << 20;
    private static final long LITTLE = 1024 * MEBIBYTE;
    private static final long TOO_LITTLE = 64 * MEBIBYTE;

    private final LearnerConfig config;

    MachineExamination(LearnerConfig config) {
        this.config = config;
    }

    Finding stateDirectory() {
        Path directory = Path.of(KafkaClients.streamsConfig(config).getString(StreamsConfig.STATE_DIR_CONFIG))
                .toAbsolutePath();
        String subject = "state.dir " + directory;
        Path there = directory;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return Finding.failure(
                    subject, there + " is not a directory that can be written to", "set state.dir to one that can");
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String room = free / MEBIBYTE + " MiB are free";
            String remedy = "make room, or set state.dir to a larger disk";
            return free < TOO_LITTLE
                    ? Finding.failure(subject, room, remedy)
                    : free < LITTLE ? Finding.warning(subject, room, remedy) : Finding.ok(subject, room);
        } catch (IOException e) {
            return Finding.warning(subject, "its room can't be seen: " + e.getMessage(), "look at its disk yourself");
        }
    }

    Finding port() {
        String subject = "port " + config.http().port();
        String host = config.http().host();
        if (!isHere(host)) {
            return Finding.failure(
                    subject,
                    host + " is no address of this machine",
                    "set eddy.http.host to one, such as 127.0.0.1 or 0.0.0.0");
        }
        try (ServerSocket socket = new ServerSocket(config.http().port(), 1, InetAddress.getByName(host))) {
            return Finding.ok(subject, "is free on " + socket.getInetAddress().getHostAddress());
        } catch (IOException e) {
            return Finding.warning(
                    subject,
                    "can't be used on " + host + ": " + e.getMessage(),
                    "if it is not this application that runs already, set eddy.http.port to another one, or 0");
        }
    }

    private static boolean isHere(String host) {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return any.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
