package io.eddy.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;
import org.awaitility.Awaitility;

/**
 * A broker that asks who comes (SASL over TLS: SCRAM, PLAIN or OAUTHBEARER) and lets nobody do what an ACL does not grant. The
 * test itself comes through a listener where it may do everything.
 */
public final class SecureKafka implements AutoCloseable {
    /** Of SCRAM and PLAIN users. */
    public static final String PASSWORD = "planted-password-8c1f";

    /** Of the file with the broker's certificate. */
    public static final String STORE_PASSWORD = "planted-store-password-77ad";

    private static final Pattern GRANT =
            Pattern.compile("--allow-principal '(\\S+)' --operation (\\w+) --([a-z-]+)(?: '([^']+)')?( .*prefixed)?$");

    private final KafkaCluster kafka;
    private final Admin admin;
    private final Path trusted;
    private final int port;

    public SecureKafka(Path folder) throws Exception {
        Path keys = folder.resolve("broker.p12");
        trusted = folder.resolve("trusted.p12");
        Path certificate = folder.resolve("broker.crt");
        keytool(
                keys,
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-ext",
                "SAN=ip:127.0.0.1");
        keytool(keys, "-exportcert", "-alias", "broker", "-file", certificate.toString());
        keytool(trusted, "-importcert", "-noprompt", "-alias", "broker", "-file", certificate.toString());
        port = freePort();
        kafka = KafkaCluster.single(folder, settings(keys, port));
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static Map<String, String> settings(Path keys, int port) {
        String listener = "listener.name.sasl_ssl.";
        String modules = "org.apache.kafka.common.security.";
        Map<String, String> settings = new HashMap<>();
        settings.put("listeners", "SASL_SSL://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN,OAUTHBEARER");
        settings.put(listener + "scram-sha-512.sasl.jaas.config", modules + "scram.ScramLoginModule required;");
        settings.put(
                listener + "plain.sasl.jaas.config",
                modules + "plain.PlainLoginModule required user_plain=\"" + PASSWORD + "\";");
        settings.put(
                listener + "oauthbearer.sasl.jaas.config",
                modules + "oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub=\"broker\";");
        settings.put("ssl.keystore.location", keys.toString());
        settings.put("ssl.keystore.password", STORE_PASSWORD);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        return settings;
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where users come. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** A client that may do everything. */
    public Admin admin() {
        return admin;
    }

    /** Where one comes who may do everything. */
    public String openBootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The keys of a SCRAM user's clients. */
    public Map<String, String> scram(String user) {
        return sasl(
                "SCRAM-SHA-512", "scram.ScramLoginModule", "username=\"" + user + "\" password=\"" + PASSWORD + "\"");
    }

    /** The keys of any user's clients. */
    public Map<String, String> sasl(String mechanism, String module, String options) {
        Map<String, String> keys = new HashMap<>();
        keys.put("security.protocol", "SASL_SSL");
        keys.put("ssl.truststore.location", trusted.toString());
        keys.put("ssl.truststore.password", STORE_PASSWORD);
        keys.put("sasl.mechanism", mechanism);
        keys.put("sasl.jaas.config", "org.apache.kafka.common.security." + module + " required " + options + ";");
        return keys;
    }

    public void addUser(String user) throws ExecutionException, InterruptedException {
        ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, scram, PASSWORD)))
                .all()
                .get();
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> admin.describeUserScramCredentials(List.of(user))
                                .description(user)
                                .get()
                                .credentialInfos()
                                .size()
                        == 1);
    }

    /** What the output of {@code eddy acls} grants. */
    public static List<AclBinding> grants(String output) {
        List<AclBinding> grants = new ArrayList<>();
        for (String line : output.lines().filter(each -> !each.startsWith("#")).toList()) {
            Matcher grant = GRANT.matcher(line);
            if (!grant.find()) {
                throw new AssertionError(line);
            }
            ResourceType type =
                    ResourceType.valueOf(grant.group(3).replace('-', '_').toUpperCase(Locale.ROOT));
            grants.add(new AclBinding(
                    new ResourcePattern(
                            type,
                            grant.group(4) == null ? "kafka-cluster" : grant.group(4),
                            grant.group(5) == null ? PatternType.LITERAL : PatternType.PREFIXED),
                    new AccessControlEntry(
                            grant.group(1), "*", SecurityUtils.operation(grant.group(2)), AclPermissionType.ALLOW)));
        }
        return grants;
    }

    public void grant(Collection<AclBinding> grants) throws ExecutionException, InterruptedException {
        admin.createAcls(grants).all().get();
        grants.forEach(grant -> awaitGranted(grant, true));
    }

    public void revoke(AclBinding grant) throws ExecutionException, InterruptedException {
        admin.deleteAcls(List.of(grant.toFilter())).all().get();
        awaitGranted(grant, false);
    }

    private void awaitGranted(AclBinding grant, boolean granted) {
        Awaitility.await()
                .until(() -> granted
                        == admin.describeAcls(AclBindingFilter.ANY)
                                .values()
                                .get()
                                .contains(grant));
    }

    @Override
    public void close() {
        admin.close();
        kafka.close();
    }
}
