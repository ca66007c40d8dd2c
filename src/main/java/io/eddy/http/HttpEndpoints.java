package io.eddy.http;

import com.sun.net.httpserver.HttpServer;
import io.eddy.metrics.PartitionReport;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of a running application: {@code /metrics}, {@code /health/live}, {@code /health/ready},
 * {@code /health/started}, the page at {@code /}, and {@code /api/curve} behind it. Its threads are daemons: it never keeps
 * a process alive.
 */
public final class HttpEndpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoints.class);
    private static final int THREADS = 4;
    private static final int CURVE_POINTS = 900; // about as many as the page has pixels

    private final HttpServer server;
    private final String host;
    private final ExecutorService requests = Executors.newFixedThreadPool(THREADS, daemons("eddy-http"));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemons("eddy-curve"));
    private final LearningCurve curve = new LearningCurve(CURVE_POINTS);

    private HttpEndpoints(HttpServer server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Listens, and takes one point of the learning curve a second. The suppliers are asked on threads of this server.
     *
     * @param port 0 takes a free one
     * @param prometheusScrape the text of {@code /metrics}
     * @param reports the present reports of the partitions that this application holds
     * @throws Problem if nothing can listen at that host and port
     */
    public static HttpEndpoints start(
            String host,
            int port,
            Supplier<String> prometheusScrape,
            Health health,
            Supplier<List<PartitionReport>> reports) {
        HttpEndpoints endpoints = new HttpEndpoints(bind(host, port), host);
        endpoints.open(prometheusScrape, health, reports);
        return endpoints;
    }

    private static HttpServer bind(String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        String what = "can't listen on " + host + ":" + port + " for the web page and the metrics";
        if (address.isUnresolved()) {
            throw Problem.failure(
                    what,
                    "the host " + host + " is unknown",
                    "set eddy.http.host to an address of this machine, such as 127.0.0.1 or 0.0.0.0");
        }
        // a request that is never sent to its end would else hold one of the few threads for ever
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "5");
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw Problem.failure(
                    what,
                    e.getMessage() + " (port " + port + ")",
                    "set eddy.http.port to another port (0 takes a free one), or eddy.http.host to another address",
                    e);
        }
    }

    private void open(Supplier<String> scrape, Health health, Supplier<List<PartitionReport>> reports) {
        server.createContext("/", new Routes(routes(scrape, health, reports)));
        server.setExecutor(requests);
        // the server's own thread is a daemon only if the one that starts it is
        CompletableFuture.runAsync(server::start, requests).join();
        var unused = clock.scheduleAtFixedRate(() -> takePoint(reports), 0, 1, TimeUnit.SECONDS);
    }

    private Map<String, Supplier<Response>> routes(
            Supplier<String> scrape, Health health, Supplier<List<PartitionReport>> reports) {
        Map<String, Supplier<Response>> routes = new HashMap<>();
        routes.put("/metrics", () -> metrics(scrape.get()));
        routes.put("/health/live", () -> health(health.live().get()));
        routes.put("/health/ready", () -> health(health.ready().get()));
        routes.put("/health/started", () -> health(health.started().get()));
        routes.put("/api/curve", () -> {
            String curveJson = Json.curve(health.ready().get(), curve.points(), reports.get());
            return Response.json(200, curveJson);
        });
        page(routes, "/", "index.html", "text/html; charset=utf-8");
        page(routes, "/eddy.css", "eddy.css", "text/css; charset=utf-8");
        page(routes, "/eddy.js", "eddy.js", "text/javascript; charset=utf-8");
        page(routes, "/curve.js", "curve.js", "text/javascript; charset=utf-8");
        page(routes, "/eddy.svg", "eddy.svg", "image/svg+xml");
        return routes;
    }

    private static void page(Map<String, Supplier<Response>> routes, String path, String name, String contentType) {
        Response response = Response.resource(name, contentType);
        routes.put(path, () -> response);
    }

    private static Response metrics(String scrape) {
        return new Response(200, "text/plain; version=0.0.4; charset=utf-8", true, scrape);
    }

    private static Response health(List<HealthCheck> checks) {
        boolean up = checks.stream().allMatch(HealthCheck::healthy);
        return Response.json(up ? 200 : 503, Json.health(checks));
    }

    private void takePoint(Supplier<List<PartitionReport>> reports) {
        try {
            curve.add(reports.get());
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
        String reachable = address.isAnyLocalAddress() ? "localhost" : host;
        return "http://" + (reachable.indexOf(':') < 0 ? reachable : "[" + reachable + "]") + ":" + port();
    }

    /** Stops at once; requests under way are cut off. */
    @Override
    public void close() {
        clock.shutdownNow();
        server.stop(0);
        requests.shutdownNow();
    }
}
