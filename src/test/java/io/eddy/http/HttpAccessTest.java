package io.eddy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eddy.HttpConfig;
import io.eddy.problem.Problem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, and over which wire. */
class HttpAccessTest {
    private static final String SECRET = "pässword";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "/, , 401",
        "/metrics, , 401",
        "/api/learner, , 401",
        "/nothing, , 401",
        "/health/../metrics, , 404",
        "/, eddy:wrong, 401",
        "/, other:pässword, 401",
        "/, eddy:pässword, 200",
        "/metrics, eddy:pässword, 200",
        "/health/live, , 200",
        "/health/ready, , 200",
        "/health/started, , 200",
    })
    void onlyProbesNeedNoPassword(String path, String credentials, int status) throws Exception {
        HttpConfig config = new HttpConfig("127.0.0.1", 0, "eddy", new Password(SECRET), null, null);
        try (HttpEndpoints endpoints = HttpEndpoints.start(config, new FixedLearner())) {
            assertThat(get(HttpClient.newHttpClient(), endpoints.url() + path, credentials)
                            .statusCode())
                    .isEqualTo(status);
        }
    }

    @Test
    void withAKeystoreItIsHttps() throws Exception {
        Path keystore = keystore();
        HttpConfig config = new HttpConfig("localhost", 0, null, null, keystore.toString(), new Password("changeit"));
        try (HttpEndpoints endpoints = HttpEndpoints.start(config, new FixedLearner())) {
            assertThat(endpoints.url()).startsWith("https://localhost:");
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(keystore)).build();
            assertThat(get(client, endpoints.url() + "/metrics", null).body()).isEqualTo(FixedLearner.SCRAPE);
        }
    }

    @Test
    void aKeystoreThatCanNotBeUsedIsAProblemThatNamesIt() throws Exception {
        Path keystore = keystore();
        for (HttpConfig config : List.of(
                new HttpConfig("localhost", 0, null, null, keystore.toString(), new Password("wrong-secret")),
                new HttpConfig("localhost", 0, null, null, folder + "/none.p12", new Password("wrong-secret")))) {
            Problem problem =
                    catchThrowableOfType(Problem.class, () -> HttpEndpoints.start(config, new FixedLearner()));
            assertThat(problem.report().lines()).hasSize(3);
            assertThat(problem.report())
                    .contains(config.keystore(), "eddy.http.tls.keystore.password")
                    .doesNotContain("wrong-secret");
        }
    }

    private Path keystore() throws Exception {
        Path keystore = folder.resolve("keystore.p12");
        if (!Files.exists(keystore)) {
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process process = new ProcessBuilder(
                            keytool,
                            "-genkeypair",
                            "-alias",
                            "eddy",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost",
                            "-keystore",
                            keystore.toString(),
                            "-storepass",
                            "changeit")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
        return keystore;
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore keys = KeyStore.getInstance(keystore.toFile(), "changeit".toCharArray());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("eddy", keys.getCertificate("eddy"));
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> get(HttpClient client, String url, String credentials) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (credentials != null) {
            byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
