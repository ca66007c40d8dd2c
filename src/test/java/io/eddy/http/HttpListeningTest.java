package io.eddy.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eddy.HttpConfig;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.types.Password;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpListeningTest {
    private final HttpEndpoints endpoints = start("127.0.0.1", 0);

    private static HttpEndpoints start(String host, int port) {
        return HttpEndpoints.start(new HttpConfig(host, port, null, null, null, null), new FixedLearner());
    }

    @AfterEach
    void stop() {
        endpoints.close();
    }

    @Test
    void aTakenPortIsAProblemThatNamesIt() {
        Problem problem = catchThrowableOfType(Problem.class, () -> start("127.0.0.1", endpoints.port()));

        assertThat(problem.exitCode()).isEqualTo(1);
        assertThat(problem.report().lines()).hasSize(3);
        assertThat(problem.getMessage()).contains("127.0.0.1:" + endpoints.port());
        assertThat(problem.why()).containsIgnoringCase("in use");
        assertThat(problem.remedy()).contains("eddy.http.port", "0 takes a free one");
    }

    @Test
    void anUnknownHostIsAProblemThatNamesIt() {
        Problem problem = catchThrowableOfType(Problem.class, () -> start("no-such-host.invalid", 0));

        assertThat(problem.report().lines()).hasSize(3);
        assertThat(problem.why()).contains("no-such-host.invalid");
        assertThat(problem.remedy()).contains("eddy.http.host");
    }

    @Test
    void closedItListensNoMoreAndMayBeClosedAgain() {
        int port = endpoints.port();
        endpoints.close();

        start("127.0.0.1", port).close();
        endpoints.close();
    }

    @Test
    void theUrlIsOneThatABrowserCanOpen() {
        assertThat(endpoints.url()).isEqualTo("http://127.0.0.1:" + endpoints.port());
    }

    @Test
    void theUrlKeepsTheNameThatWasAskedFor() {
        try (HttpEndpoints named = start("localhost", 0)) {
            assertThat(named.url()).isEqualTo("http://localhost:" + named.port());
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost, 200", "LocalHost, 200", "127.0.0.1, 200", "'[::1]', 200", "rebound.example, 403", ", 200"})
    void aPageWhoseNameMeansThisMachineReadsNothing(String host, int status) throws Exception {
        String name = host == null ? "" : "Host: " + host + ":" + endpoints.port() + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoints.port())) {
            socket.getOutputStream().write(("GET /api/learner HTTP/1.0\r\n" + name + "\r\n").getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void behindAPasswordOrForOtherMachinesAnyNameWillDo() throws Exception {
        HttpConfig password = new HttpConfig("127.0.0.1", 0, "eddy", new Password("secret"), null, null);
        HttpConfig everywhere = new HttpConfig("0.0.0.0", 0, null, null, null, null);
        for (HttpConfig config : List.of(password, everywhere)) {
            try (HttpEndpoints other = HttpEndpoints.start(config, new FixedLearner());
                    Socket socket = new Socket(InetAddress.getLoopbackAddress(), other.port())) {
                socket.getOutputStream()
                        .write("GET /health/live HTTP/1.0\r\nHost: eddy.example\r\n\r\n".getBytes(US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void clientsThatDoNotReadTheirAnswersHoldNoThreadForLong() throws Exception {
        byte[] requests =
                "GET /eddy.js HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(5000).getBytes(US_ASCII);
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoints.port());
                sockets.add(socket);
                Thread writer = new Thread(() -> {
                    try {
                        socket.getOutputStream().write(requests);
                    } catch (IOException e) {
                        // cut off, as it should be
                    }
                });
                writer.setDaemon(true);
                writer.start();
            }
            Awaitility.await().until(() -> sockets.get(0).getInputStream().available() > 0);
            HttpRequest health = HttpRequest.newBuilder(URI.create(endpoints.url() + "/health/live"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void itsThreadsKeepNoProcessAlive() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().matches("HTTP-Dispatcher|eddy-http|eddy-curve"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
