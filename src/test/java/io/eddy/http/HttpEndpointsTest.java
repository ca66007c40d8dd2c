package io.eddy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEndpointsTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger kills = new AtomicInteger();
    private final FixedLearner learner = new FixedLearner();
    private HttpEndpoints endpoints;

    @BeforeEach
    void start() {
        learner.reports = List.of(Reports.classification(0, 100, 0.5, 0.5), Reports.classification(1, 300, 0.9, 0.9));
        endpoints = HttpEndpoints.start(FixedLearner.ANY_PORT, learner, new Button());
    }

    private final class Button implements KillSwitch {
        @Override
        public void kill() {
            kills.incrementAndGet();
        }

        @Override
        public Outcome outcome() {
            return new Outcome(42, kills.get(), null, null, null);
        }
    }

    @AfterEach
    void stop() {
        endpoints.close();
    }

    @Test
    void servesTheScrapeAsPrometheusText() throws Exception {
        HttpResponse<String> response = send("GET", "/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(response.body()).isEqualTo(FixedLearner.SCRAPE);
    }

    @Test
    void isUpWhenAllChecksAreHealthy() throws Exception {
        HttpResponse<String> live = send("GET", "/health/live");

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(header(live, "Content-Type")).isEqualTo("application/json");
        assertThat(live.body())
                .isEqualTo(
                        "{\"status\":\"UP\",\"checks\":[{\"name\":\"streams\",\"status\":\"UP\",\"detail\":\"alive\"}]}");
        assertThat(send("GET", "/health/ready").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/health/started").body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
    }

    @Test
    void restoringIsAliveButNotReady() throws Exception {
        learner.ready = List.of(
                new HealthCheck("streams", false, "restoring \"p0\""), new HealthCheck("broker", true, "reached"));

        HttpResponse<String> response = send("GET", "/health/ready");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .startsWith("{\"status\":\"DOWN\"")
                .contains("{\"name\":\"streams\",\"status\":\"DOWN\",\"detail\":\"restoring \\\"p0\\\"\"}")
                .contains("{\"name\":\"broker\",\"status\":\"UP\",\"detail\":\"reached\"}");
        assertThat(send("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aFailingCheckIsAnErrorNotSilence() throws Exception {
        learner.ready = null;

        assertThat(send("GET", "/health/ready").statusCode()).isEqualTo(500);
        assertThat(send("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void theCurveHasItsHistoryAndThePartitions() throws Exception {
        Awaitility.await().until(() -> send("GET", "/api/learner").body().contains("\"learned\":[400]"));

        HttpResponse<String> response = send("GET", "/api/learner?x=1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(response.body())
                .contains("\"curve\":{\"learned\":[400],\"drifts\":[0],\"figures\":{\"recentAccuracy\":[0.8],")
                .contains("\"partition\":1,\"state\":\"running\"")
                .contains("\"task\":\"classification\",\"learned\":300,\"consumed\":306")
                .contains("\"deadLetters\":{\"MALFORMED_JSON\":3}")
                .contains("\"fading\":{")
                .contains("\"noChange\":{\"accuracy\":0.4}")
                .contains("\"confusion\":{\"classes\":[\"a\",\"b\"],\"counts\":[[3,1],[0,2]]")
                .doesNotContain("rmse");
    }

    @Test
    void theCurveGrowsWithinSecondsWhileReportsDo() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> send("GET", "/api/learner").body().contains("\"learned\":[400]"));
        learner.reports = List.of(Reports.classification(0, 200, 0.5, 0.5), Reports.classification(1, 400, 0.9, 0.9));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> send("GET", "/api/learner").body().contains("\"learned\":[400,600]"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8, <title>Eddy",
        "/eddy.js, text/javascript; charset=utf-8, poll",
        "/charts.js, text/javascript; charset=utf-8, uPlot",
        "/tables.js, text/javascript; charset=utf-8, showConfusion",
        "/uplot.js, text/javascript; charset=utf-8, uPlot",
        "/uplot.css, text/css; charset=utf-8, .uplot",
        "/eddy.css, text/css; charset=utf-8, prefers-color-scheme",
        "/eddy.svg, image/svg+xml; charset=utf-8, <svg",
    })
    void thePageComesWithItsHeaders(String path, String contentType, String content) throws Exception {
        HttpResponse<String> response = send("GET", path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo(contentType);
        assertThat(header(response, "Content-Security-Policy")).startsWith("default-src 'self';");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.body()).contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/eddy.js", "/charts.js", "/tables.js", "/eddy.css", "/uplot.css"})
    void thePageLoadsNothingFromElsewhere(String path) throws Exception {
        String body = send("GET", path).body().replace("http://www.w3.org/2000/svg", "");

        assertThat(body).doesNotContain("//fonts", "http:", "https:", "@import");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/metrics/", "/index.html", "/../pom.xml", "/health", "/%22%3Cb%3E"})
    void anythingElseIsNotFound(String path) throws Exception {
        HttpResponse<String> response = send("GET", path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(response.body()).startsWith("{\"error\":\"not found\",\"path\":\"/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void onlyGetAndHeadAreAllowed(String method) throws Exception {
        HttpResponse<String> response = send(method, "/metrics");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({", 403", "https://example.org, 403", "null, 403", "http://localhost.example.org, 403"})
    void anotherPageCanNotKill(String origin, int status) throws Exception {
        assertThat(kill(origin).statusCode()).isEqualTo(status);
        assertThat(kills).hasValue(0);
    }

    @Test
    void thePageCanKillAndOnlyByAPost() throws Exception {
        assertThat(send("GET", "/api/kill").statusCode()).isEqualTo(405);
        assertThat(kills).hasValue(0);

        assertThat(kill(endpoints.url()).statusCode()).isEqualTo(202);
        assertThat(send("GET", "/api/learner").body()).contains("\"demo\":{\"pid\":42,\"kills\":1");
    }

    @Test
    void thereIsNothingToKillBesideTheDemo() throws Exception {
        endpoints.close();
        endpoints = HttpEndpoints.start(FixedLearner.ANY_PORT, learner);

        assertThat(kill(endpoints.url()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> kill(String origin) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoints.url() + "/api/kill"));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return client.send(request.POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        HttpResponse<String> response = send("HEAD", "/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(FixedLearner.SCRAPE.length()));
        assertThat(response.body()).isEmpty();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoints.url() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}
