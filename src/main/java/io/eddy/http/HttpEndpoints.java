package io.eddy.http;

import com.sun.net.httpserver.HttpServer;
import io.eddy.HttpConfig;
import io.eddy.problem.Problem;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of a running application: {@code /metrics}, {@code /health/live}, {@code /health/ready},
 * {@code /health/started}, the page at {@code /}, and {@code /api/learner} behind it; in the demo a POST to
 * {@code /api/kill}, too. Its threads are daemons: it never keeps a process alive.
 */
public final class HttpEndpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoints.class);
    private static final int THREADS = 4;
    static final int CURVE_POINTS = 900; // about as many as the page has pixels

    private final HttpConfig config;
    private final HttpServer server;
    private final ExecutorService requests = Executors.newFixedThreadPool(THREADS, daemons("eddy-http"));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemons("eddy-curve"));

    private HttpEndpoints(HttpConfig config) {
        this.config = config;
        this.server = Listener.bind(config);
    }

    /**
     * Listens, and takes one point of the learning curve a second.
     *
     * @throws Problem if nothing can listen at that host and port, or the keystore can't be used
     */
    public static HttpEndpoints start(HttpConfig config, LearnerSource learner) {
        return start(config, learner, null);
    }

    /** The same with the demo's button; null for none. */
    public static HttpEndpoints start(HttpConfig config, LearnerSource learner, KillSwitch killSwitch) {
        return start(config, learner, killSwitch, new LearningCurve(CURVE_POINTS));
    }

    static HttpEndpoints start(HttpConfig config, LearnerSource learner, KillSwitch killSwitch, LearningCurve curve) {
        HttpEndpoints endpoints = new HttpEndpoints(config);
        endpoints.open(learner, killSwitch, curve);
        return endpoints;
    }

    private void open(LearnerSource learner, KillSwitch killSwitch, LearningCurve curve) {
        Map<String, Runnable> actions = killSwitch == null ? Map.of() : Map.of("/api/kill", killSwitch::kill);
        Routes routes =
                new Routes(Pages.of(learner, curve, killSwitch), actions, List.of(url(), url("localhost")), hosts());
        var all = server.createContext("/", routes);
        server.createContext("/health/", routes);
        if (config.user() != null) {
            all.setAuthenticator(new Login(config));
        }
        server.setExecutor(requests);
        // the server's own thread is a daemon only if the one that starts it is
        CompletableFuture.runAsync(server::start, requests).join();
        var unused = clock.scheduleAtFixedRate(() -> takePoint(learner, curve), 0, 1, TimeUnit.SECONDS);
    }

    /** Where no password protects what is meant for this machine alone. */
    private Set<String> hosts() {
        boolean open = config.user() == null && server.getAddress().getAddress().isLoopbackAddress();
        String given = bracketed(config.host()).toLowerCase(Locale.ROOT);
        return open ? Set.copyOf(List.of("localhost", "127.0.0.1", "[::1]", given)) : Set.of();
    }

    private static void takePoint(LearnerSource learner, LearningCurve curve) {
        try {
            curve.add(learner.reports());
        } catch (RuntimeException e) {
            LOG.warn("no point of the learning curve this second", e); // thrown on, it would end the schedule
        }
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where a browser on this machine finds the page, without a slash at the end. */
    public String url() {
        InetAddress address = server.getAddress().getAddress();
        return url(address.isAnyLocalAddress() ? "localhost" : config.host());
    }

    private String url(String host) {
        String scheme = config.keystore() == null ? "http://" : "https://";
        return scheme + bracketed(host) + ":" + port();
    }

    /** As it stands in a URL. */
    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    /** Stops at once; requests under way are cut off. */
    @Override
    public void close() {
        clock.shutdownNow();
        server.stop(0);
        requests.shutdownNow();
    }
}
