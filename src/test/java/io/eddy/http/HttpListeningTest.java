package io.eddy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eddy.HttpConfig;
import io.eddy.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void itsThreadsKeepNoProcessAlive() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().matches("HTTP-Dispatcher|eddy-http|eddy-curve"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
