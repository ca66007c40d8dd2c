package io.eddy.http;

import java.util.List;

/**
 * The checks behind the health endpoints at one moment. An endpoint is up when all of its checks are healthy.
 *
 * @param live fails when only a restart can help; restoring is alive
 * @param ready fails while samples aren't answered yet, for example during restore
 * @param started fails until the application has been ready once
 */
public record Health(List<HealthCheck> live, List<HealthCheck> ready, List<HealthCheck> started) {}
