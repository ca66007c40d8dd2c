package io.eddy.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@code java -jar eddy.jar ...} in a process of its own, as a user has it. */
public final class EddyProcess {
    static final Path JAR = Path.of(System.getProperty("eddy.jar", "target/eddy.jar"));

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** How a command ended. */
    public record Result(int exitCode, String out, String err) {}

    private final Process process;
    private final Path out;
    private final Path err;
    private final Path temporary;

    private EddyProcess(Process process, Path out, Path err, Path temporary) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.temporary = temporary;
    }

    static EddyProcess start(Path folder, String... arguments) {
        return start(folder, Map.of(), arguments);
    }

    /** The same with more variables in its environment. */
    static EddyProcess start(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return java(JAVA, folder, environment, command);
    }

    /** The same as a line for a shell. */
    static String command(String... arguments) {
        return JAVA + " -Xmx512m -XX:+UseSerialGC -jar " + JAR + " " + String.join(" ", arguments);
    }

    /** A command on another JDK. */
    static EddyProcess withJava(Path java, Path folder, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return java(java, folder, Map.of(), command);
    }

    /** A class of the tests in a process of its own. */
    static EddyProcess start(Path folder, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return java(folder, command);
    }

    /** Any arguments of {@code java}. */
    public static EddyProcess java(Path folder, List<String> arguments) {
        return java(JAVA, folder, Map.of(), arguments);
    }

    private static EddyProcess java(Path java, Path folder, Map<String, String> environment, List<String> arguments) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            List<String> command = new ArrayList<>();
            command.add(java.toString());
            Path temporary = Files.createTempDirectory(folder, "tmp");
            command.add("-Djava.io.tmpdir=" + temporary);
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("EDDY_") || name.startsWith("KAFKA_"));
            builder.environment().putAll(environment);
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            return new EddyProcess(builder.start(), out, err, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    static Result run(Path folder, String... arguments) {
        return start(folder, arguments).await(Duration.ofMinutes(2));
    }

    public Result await(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new AssertionError("did not end within " + atMost + "\n" + out() + "\n" + err());
            }
            return new Result(process.exitValue(), out(), err());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until {@code /health/ready} says so; the page's address is in what {@code run} printed. */
    public EddyProcess awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60)) // benchmarks have no Patience
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("ended: " + out() + err());
                    }
                    return out().contains("page") && get("/health/ready").statusCode() == 200;
                });
        return this;
    }

    /** Where the page is, as {@code run} and {@code demo} print it. */
    String url() {
        return out().lines()
                .filter(line -> line.contains("http://"))
                .map(line -> line.substring(line.indexOf("http://")).trim())
                .findFirst()
                .orElseThrow();
    }

    public HttpResponse<String> get(String path) {
        String url = url();
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGSTOP or SIGCONT, or any other by its name. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Of the operating system. */
    public long pid() {
        return process.pid();
    }

    /** SIGTERM, after which nothing temporary may be left. */
    public Result terminate() {
        process.destroy();
        Result result = await(Duration.ofSeconds(60));
        try (Stream<Path> left = Files.list(temporary)) {
            List<Path> files = left.toList();
            if (!files.isEmpty()) {
                throw new AssertionError("left behind: " + files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    public String out() {
        return text(out);
    }

    public String err() {
        return text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
