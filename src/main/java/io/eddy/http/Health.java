package io.eddy.http;

import java.util.List;
import java.util.function.Supplier;

/**
 * The checks behind the health endpoints. Each list is made anew at every request, on a thread of the HTTP server, so it
 * must be quick and safe beside the stream. An endpoint is up when all of its checks are healthy.
 *
 * @param live fails when only a restart can help; restoring is alive
 * @param ready fails while samples aren't answered yet, for example during restore
 * @param started fails until the application has been ready once
 */
public record Health(
        Supplier<List<HealthCheck>> live, Supplier<List<HealthCheck>> ready, Supplier<List<HealthCheck>> started) {}
