package io.eddy.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the path of a request to its response. Paths match whole; a query is ignored. */
final class Routes implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Map<String, Supplier<Response>> byPath;
    private final Map<String, Runnable> actions;
    private final List<String> origins;
    private final Set<String> hosts;

    /**
     * @param actions what a POST does, by its path
     * @param origins of pages that may do so: a browser says with each POST which page it comes from, and no page can claim
     *     to be another
     * @param hosts that a request may be for: a page elsewhere whose own name has come to mean this machine (DNS rebinding)
     *     reads nothing; in lower case, empty for any
     */
    Routes(
            Map<String, Supplier<Response>> byPath,
            Map<String, Runnable> actions,
            List<String> origins,
            Set<String> hosts) {
        this.byPath = Map.copyOf(byPath);
        this.actions = Map.copyOf(actions);
        this.origins = List.copyOf(origins);
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, respond(exchange));
        }
    }

    private Response respond(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        try {
            if (!isForUs(exchange.getRequestHeaders().getFirst("Host"))) {
                return Response.json(403, Json.error("only requests to localhost are answered here", path));
            }
            if (actions.containsKey(path)) {
                return method.equals("POST") ? act(exchange, path) : onlyAllowed("POST", exchange, path);
            }
            if (!byPath.containsKey(path)) {
                return Response.json(404, Json.error("not found", path));
            }
            return READING.contains(method) ? byPath.get(path).get() : onlyAllowed("GET, HEAD", exchange, path);
        } catch (RuntimeException e) {
            LOG.warn("{} failed", path, e);
            return Response.json(500, Json.error("failed, see the log", path));
        }
    }

    /** A browser always names the host; what does not is none. */
    private boolean isForUs(String host) {
        return hosts.isEmpty()
                || host == null
                || hosts.contains(host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT));
    }

    private Response act(HttpExchange exchange, String path) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin == null || !origins.contains(origin)) {
            return Response.json(403, Json.error("only Eddy's own page may do that", path));
        }
        actions.get(path).run();
        return Response.json(202, "{}");
    }

    private static Response onlyAllowed(String methods, HttpExchange exchange, String path) {
        exchange.getResponseHeaders().set("Allow", methods);
        return Response.json(405, Json.error("only " + methods.replace(", ", " and ") + " allowed", path));
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.contentType());
        headers.set("Cache-Control", response.dynamic() ? "no-store" : "no-cache");
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        byte[] body = response.body().getBytes(UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(response.status(), -1);
        } else {
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
