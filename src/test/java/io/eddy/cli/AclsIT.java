package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.eddy.it.SecureKafka;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What {@code eddy acls} prints, granted to a user for each command by a broker that grants nothing else: with all of its
 * rights a command works, without any one of them it does not. Commands run in this process, so that a case is short.
 */
class AclsIT {
    private static final String APPLICATION = "app";

    @TempDir
    private static Path folder;

    private static SecureKafka kafka;
    private static Path rows;
    private static int started;

    /** A command in a thread of its own; interrupted it ends. */
    private record Running(Thread thread, StringWriter out, StringWriter err, CompletableFuture<Integer> end) {
        int exitCode() throws Exception {
            return end.get(60, TimeUnit.SECONDS);
        }

        int stop() throws Exception {
            thread.interrupt();
            return exitCode();
        }

        String said() {
            return out.toString() + err;
        }
    }

    /** What a user does, or tries to. */
    private interface Attempt {
        Running start() throws Exception;
    }

    @BeforeAll
    static void topicsAndAModel() throws Exception {
        rows = Files.writeString(folder.resolve("rows.csv"), "a,y\n1,one\n2,two\n");
        kafka = new SecureKafka(folder);
        for (String user : List.of("run", "reset", "send", "watch", "inspect", "topics", "create", "doctor")) {
            kafka.addUser(user);
            kafka.grant(grants(user, user));
        }
        kafka.grant(grants("reset", "run"));
        kafka.grant(grants("doctor", "run"));
        kafka.grant(grants("create", "topics"));
        assertWorks(eddy("create", "topics", "--create"));
        assertWorks(eddy("send", "send", rows.toString()));
        learn(2);
    }

    @AfterAll
    static void close() {
        kafka.close();
    }

    @Test
    void withItsRightsACommandWorks() throws Exception {
        assertWorks(eddy("create", "topics", "--create"));
        assertWorks(eddy("topics", "topics"));
        Running reset = eddy("reset", "run", "--reset");
        Awaitility.await().until(() -> reset.said().contains("learns y"));
        reset.stop();
        sendOpenly("{\"a\":1,\"y\":\"one\"}", "no JSON");
        learn(2);
        Running watch = eddy("watch", "watch", "--from-beginning");
        Awaitility.await().until(() -> watch.out().toString().contains("\"prediction\""));
        watch.stop();
        Running doctor = eddy("doctor", "doctor");
        assertWorks(doctor);
        assertThat(doctor.out().toString().lines()).isNotEmpty().allMatch(line -> line.startsWith("ok "));
    }

    /** What run needs is a failure, what only the doctor needs a warning. */
    @TestFactory
    Stream<DynamicTest> theDoctorSeesWhatIsMissing() {
        return Stream.of("run", "doctor")
                .flatMap(access -> grants("doctor", access).stream()
                        .map(grant -> dynamicTest(name(access, grant), () -> {
                            kafka.revoke(grant);
                            try {
                                Running doctor = eddy("doctor", "doctor");
                                assertThat(doctor.exitCode()).as(doctor.said()).isEqualTo(access.equals("run") ? 1 : 0);
                                assertThat(doctor.out().toString().lines().filter(line -> !line.startsWith("ok ")))
                                        .first()
                                        .asString()
                                        .startsWith(access.equals("run") ? "failure" : "warning")
                                        .containsPattern("right|uthoriz");
                            } finally {
                                kafka.grant(List.of(grant));
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> withoutAnyOneItDoesNot() {
        return Stream.of(
                        withoutEach("send", () -> eddy("send", "send", rows.toString())),
                        withoutEach("watch", () -> eddy("watch", "watch", "--from-beginning")),
                        withoutEach("inspect", () -> eddy("inspect", "inspect")),
                        withoutEach("topics", () -> eddy("topics", "topics")),
                        withoutEach("run", () -> {
                            sendOpenly("{\"a\":1,\"y\":\"one\"}", "no JSON");
                            return eddy("run", "run");
                        }),
                        withoutEach("reset", () -> eddy("reset", "run", "--reset")),
                        withoutEach("create", () -> {
                            deleteTopics();
                            return eddy("create", "topics", "--create");
                        }))
                .flatMap(cases -> cases);
    }

    private static Stream<DynamicTest> withoutEach(String user, Attempt attempt) {
        return grants(user, user).stream()
                .map(grant ->
                        dynamicTest(user + " without " + grant.entry().operation() + " " + grant.pattern(), () -> {
                            kafka.revoke(grant);
                            try {
                                Running command = attempt.start();
                                assertThat(command.exitCode())
                                        .as(command.said())
                                        .isEqualTo(1);
                                assertThat(command.err().toString()).containsIgnoringCase("authoriz");
                            } finally {
                                kafka.grant(List.of(grant));
                            }
                        }));
    }

    private static String name(String access, AclBinding grant) {
        return access + " without " + grant.entry().operation() + " on "
                + grant.pattern().name();
    }

    /** The grants of one access for a user, out of what the command prints. */
    private static List<AclBinding> grants(String user, String access) {
        StringWriter out = new StringWriter();
        int exitCode = Eddy.commandLine()
                .setOut(new PrintWriter(out))
                .execute("acls", config(user).toString(), access, "--principal", "User:" + user);
        assertThat(exitCode).isZero();
        return SecureKafka.grants(out.toString());
    }

    /** Each time with a state directory of its own, so that the model has to be restored. */
    private static Running eddy(String user, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, config(user).toString()));
        arguments.addAll(List.of("--set", "state.dir=" + folder.resolve("state-" + started++)));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Eddy.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> end.complete(line.execute(arguments.toArray(String[]::new))), command);
        thread.start();
        return new Running(thread, out, err, end);
    }

    private static Path config(String user) {
        Map<String, String> keys = new HashMap<>(kafka.scram(user));
        keys.put("bootstrap.servers", kafka.bootstrapServers());
        keys.put("application.id", APPLICATION);
        keys.put("group.instance.id", "one"); // the next is this member again, and need not wait for its end
        keys.put("eddy.label", "y");
        keys.put("eddy.http.port", "0");
        try {
            return Files.write(
                    folder.resolve(user + ".properties"),
                    keys.entrySet().stream().map(Object::toString).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertWorks(Running command) throws Exception {
        assertThat(command.exitCode()).as(command.said()).isZero();
    }

    /** Runs until so many records are consumed, as who inspects sees it. */
    private static void learn(int records) throws Exception {
        Running run = eddy("run", "run");
        Awaitility.await().until(() -> {
            assertThat(run.end()).as(run.said()).isNotDone();
            Running inspect = eddy("inspect", "inspect");
            assertWorks(inspect);
            return inspect.out().toString().contains(" " + records + " consumed");
        });
        run.stop();
    }

    private static void sendOpenly(String... samples) {
        Map<String, Object> keys = Map.of("bootstrap.servers", kafka.openBootstrapServers());
        try (var producer = new KafkaProducer<>(keys, new StringSerializer(), new StringSerializer())) {
            for (String sample : samples) {
                var unused = producer.send(new ProducerRecord<>(APPLICATION + "-samples", sample));
            }
        }
    }

    private static void deleteTopics() throws Exception {
        List<String> names = kafka.admin().listTopics().names().get().stream()
                .filter(name -> name.startsWith(APPLICATION))
                .toList();
        kafka.admin().deleteTopics(names).all().get();
    }
}
