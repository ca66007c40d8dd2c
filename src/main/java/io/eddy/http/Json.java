package io.eddy.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON of the endpoints: records by the names of their components. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            // what is computed from the components is written, too
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static String of(Object object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("every record has its JSON", e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not the JSON of a " + type.getSimpleName(), e);
        }
    }

    /** {@code {"error":..,"path":..}}. */
    static String error(String error, String path) {
        return of(new Failure(error, path));
    }

    private record Failure(String error, String path) {}

    /** {@code {"status":"UP","checks":[{"name":..,"status":..,"detail":..}]}}. */
    static String health(List<HealthCheck> checks) {
        List<Check> all = checks.stream()
                .map(check -> new Check(check.name(), status(check.healthy()), check.detail()))
                .toList();
        return of(new Status(status(checks.stream().allMatch(HealthCheck::healthy)), all));
    }

    private record Status(String status, List<Check> checks) {}

    private record Check(String name, String status, String detail) {}

    private static String status(boolean healthy) {
        return healthy ? "UP" : "DOWN";
    }
}
