package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.eddy.it.EddyProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS and SASL by Kafka's own keys, secrets by its configuration providers; and no secret is ever said. */
class SecurityIT {
    @TempDir
    private static Path folder;

    private static SecureKafka kafka;
    private static Path rows;

    @BeforeAll
    static void brokerAndUsers() throws Exception {
        kafka = new SecureKafka(folder);
        rows = Files.writeString(folder.resolve("rows.csv"), "a,y\n1,one\n2,two\n");
        kafka.addUser("scram");
        for (String user : List.of("scram", "plain", "oauth")) {
            kafka.grant(SecureKafka.grants(
                    application(user, kafka.scram(user)).command("acls", "--principal", "User:" + user)));
        }
    }

    @AfterAll
    static void close() {
        kafka.close();
    }

    /** Passwords stand in a file and in a directory of secrets, as Kubernetes mounts them. */
    @Test
    void scramWithSecretsFromProviders() throws Exception {
        Map<String, String> keys = new HashMap<>(kafka.scram("scram"));
        Path secrets = Files.writeString(
                folder.resolve("secrets.properties"),
                "jaas=" + keys.get("sasl.jaas.config").replace("\\", "\\\\") + "\n");
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        Files.writeString(mounted.resolve("store-password"), SecureKafka.STORE_PASSWORD);
        String provider = "org.apache.kafka.common.config.provider.";
        keys.put("config.providers", "file,dir");
        keys.put("config.providers.file.class", provider + "FileConfigProvider");
        keys.put("config.providers.dir.class", provider + "DirectoryConfigProvider");
        keys.put("sasl.jaas.config", "${file:" + secrets + ":jaas}");
        keys.put("ssl.truststore.password", "${dir:" + mounted + ":store-password}");
        assertAllWorks(application("scram", keys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "oauth"})
    void otherMechanisms(String user) {
        assertAllWorks(application(
                user,
                user.equals("plain")
                        ? kafka.sasl(
                                "PLAIN",
                                "plain.PlainLoginModule",
                                "username=\"plain\" password=\"" + SecureKafka.PASSWORD + "\"")
                        : kafka.sasl(
                                "OAUTHBEARER",
                                "oauthbearer.OAuthBearerLoginModule",
                                "unsecuredLoginStringClaim_sub=\"oauth\"")));
    }

    private static Application application(String user, Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(keys);
        all.put("eddy.label", "y");
        return new Application(folder, user, kafka.bootstrapServers(), all);
    }

    private static void assertAllWorks(Application application) {
        EddyProcess learner = application.launch("--verbose").awaitReady();
        String sent = application.command("send", rows.toString());
        application.awaitConsumed(2);
        String pages = Stream.of("/", "/metrics", "/health/ready")
                .map(path -> learner.get(path).body())
                .collect(Collectors.joining());
        Result ended = learner.terminate();
        assertThat(ended.exitCode()).isZero();
        assertSaysNoSecret(sent, pages, ended.out(), ended.err());
    }

    static Stream<Arguments> mistakes() {
        String plain = "username=\"plain\" password=\"" + SecureKafka.PASSWORD;
        return Stream.of(
                arguments(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required " + plain + "x\";",
                        "Authentication failed"),
                arguments(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required " + plain,
                        "sasl.jaas.config"),
                arguments(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=plain password=a "
                                + SecureKafka.PASSWORD + ";",
                        "sasl.jaas.config"),
                arguments("ssl.truststore.password", SecureKafka.STORE_PASSWORD + "x", "password was incorrect"),
                arguments("security.protocol", "SASL_PLAINTEXT", "security settings"),
                arguments("ssl.truststore.location", "/none.p12", "/none.p12"),
                arguments("ssl.truststore.password", "${file:/none.properties:password}", "/none.properties"));
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(String key, String value, String said) throws Exception {
        Map<String, String> keys = new HashMap<>(kafka.sasl(
                "PLAIN", "plain.PlainLoginModule", "username=\"plain\" password=\"" + SecureKafka.PASSWORD + "\""));
        keys.put("config.providers", "file");
        keys.put("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
        keys.put(key, value);
        Result run = application("plain", keys).launch("--verbose").await(Duration.ofSeconds(60));
        assertThat(run.exitCode()).isIn(1, 2);
        assertThat(run.err()).contains("eddy: ", "  why: ", "  do:  ", said);
        assertThat(run.out() + run.err()).doesNotContain(SecureKafka.PASSWORD, SecureKafka.STORE_PASSWORD);
    }

    private static void assertSaysNoSecret(String... texts) {
        assertThat(texts)
                .allSatisfy(text -> assertThat(text)
                        .isNotBlank()
                        .doesNotContain(SecureKafka.PASSWORD)
                        .doesNotContain(SecureKafka.STORE_PASSWORD));
    }
}
