package io.eddy.bench;

import io.eddy.it.EddyProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A measured application in a process of its own. */
final class AppProcess implements AutoCloseable {
    /** The same for all. */
    static final List<String> JVM =
            List.of("-Xmx1g", "@" + Path.of("config/java.options").toAbsolutePath());

    private static final String JAR = System.getProperty("eddy.jar", "target/eddy.jar");

    private final EddyProcess process;

    private AppProcess(EddyProcess process) {
        this.process = process;
    }

    /** Starts it; what it writes goes to topics that begin with its id. */
    static AppProcess start(Testbed testbed, Subject subject, String id, String samples) throws IOException {
        Map<String, String> keys = new TreeMap<>(subject.keys());
        keys.put("application.id", id);
        keys.put("bootstrap.servers", testbed.bootstrapServers());
        keys.put("state.dir", testbed.folder().resolve("state-" + id).toString());
        keys.put("eddy.http.port", "0");
        keys.put("eddy.label", RowSource.LABEL);
        keys.put("eddy.topic.samples", samples);
        Path config = Files.write(
                testbed.folder().resolve(id + ".properties"),
                keys.entrySet().stream().map(Object::toString).toList());
        List<String> command = new ArrayList<>(JVM);
        if (subject.kind() == Subject.Kind.EDDY) {
            command.addAll(List.of("-jar", JAR, "run", config.toString()));
        } else {
            boolean plain = subject.kind() == Subject.Kind.PLAIN_COPY;
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), CopyApplication.class.getName()));
            command.addAll(List.of(config.toString(), Boolean.toString(plain)));
        }
        return new AppProcess(EddyProcess.java(testbed.folder(), command));
    }

    static String predictions(String id) {
        return id + "-predictions";
    }

    long pid() {
        return process.pid();
    }

    EddyProcess process() {
        return process;
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the application ended: " + process.out() + process.err());
        }
    }

    /** Asks it to stop, so that no transaction of it is left open; kills it if it doesn't. */
    @Override
    public void close() {
        try {
            process.terminate();
        } finally {
            process.kill();
        }
    }

    /** What a process was given of the processors so far; zero if it is gone. */
    static Duration cpuTime(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
