package io.eddy.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What an endpoint answers.
 *
 * @param dynamic whether it may differ at the next request, so nobody may store it
 * @param body sent as UTF-8
 */
record Response(int status, String contentType, boolean dynamic, String body) {
    static Response json(int status, String body) {
        return new Response(status, "application/json", true, body);
    }

    /** Up when all checks are healthy. */
    static Response health(List<HealthCheck> checks) {
        boolean up = checks.stream().allMatch(HealthCheck::healthy);
        return json(up ? 200 : 503, Json.health(checks));
    }

    /** A part of the page, from the jar. */
    static Response resource(String name, String contentType) {
        try (InputStream in = Response.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is not in the jar");
            }
            return new Response(200, contentType, false, new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
