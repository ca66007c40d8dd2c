package io.eddy.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eddy.evaluation.Confusion;
import io.eddy.http.LearningCurve.Point;
import io.eddy.learner.LearnerReport;
import io.eddy.metrics.PartitionReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** The JSON of the endpoints. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final MathContext DRAWN = new MathContext(6);

    private Json() {}

    /** Writes the fields of one object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** {@code {"error":..,"path":..}}. */
    static String error(String error, String path) {
        return object(json -> {
            json.writeStringField("error", error);
            json.writeStringField("path", path);
        });
    }

    /** {@code {"status":"UP","checks":[{"name":..,"status":..,"detail":..}]}}. */
    static String health(List<HealthCheck> checks) {
        return object(json -> writeHealth(json, checks));
    }

    /** The readiness, the curve as one array for each series, and the present report of each partition. */
    static String curve(List<HealthCheck> ready, List<Point> points, List<PartitionReport> reports) {
        return object(json -> {
            writeHealth(json, ready);
            writeSeries(json, points);
            json.writeArrayFieldStart("partitions");
            for (PartitionReport report : reports) {
                writePartition(json, report);
            }
            json.writeEndArray();
        });
    }

    private static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static void writeHealth(JsonGenerator json, List<HealthCheck> checks) throws IOException {
        json.writeStringField("status", status(checks.stream().allMatch(HealthCheck::healthy)));
        json.writeArrayFieldStart("checks");
        for (HealthCheck check : checks) {
            json.writeStartObject();
            json.writeStringField("name", check.name());
            json.writeStringField("status", status(check.healthy()));
            json.writeStringField("detail", check.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String status(boolean healthy) {
        return healthy ? "UP" : "DOWN";
    }

    private static void writeSeries(JsonGenerator json, List<Point> points) throws IOException {
        json.writeObjectFieldStart("series");
        json.writeArrayFieldStart("learned");
        for (Point point : points) {
            json.writeNumber(point.learned());
        }
        json.writeEndArray();
        for (CurveSeries series : CurveSeries.values()) {
            if (points.stream().anyMatch(point -> point.figures().containsKey(series))) {
                json.writeArrayFieldStart(series.key());
                for (Point point : points) {
                    writeRounded(json, point.figures().get(series));
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private static void writeRounded(JsonGenerator json, Double value) throws IOException {
        if (value == null || !Double.isFinite(value)) {
            json.writeNull();
        } else {
            json.writeNumber(new BigDecimal(value).round(DRAWN).doubleValue());
        }
    }

    private static void writePartition(JsonGenerator json, PartitionReport partition) throws IOException {
        LearnerReport report = partition.report();
        json.writeStartObject();
        json.writeNumberField("partition", partition.partition());
        json.writeStringField("task", report.task());
        json.writeNumberField("learned", report.learned());
        json.writeNumberField("consumed", report.consumed());
        json.writeNumberField("predictedOnly", report.predictedOnly());
        json.writeNumberField("tombstones", report.tombstones());
        json.writeNumberField("deadLettered", report.deadLettered());
        writeCounts(json, "deadLetters", report.deadLetters());
        json.writeNumberField("features", report.features());
        json.writeNumberField("beyondBound", report.beyondBound());
        json.writeNumberField("classes", report.classes());
        json.writeNumberField("parameters", report.training().parameters());
        json.writeNumberField("updatesRefused", report.training().updatesRefused());
        json.writeNumberField("snapshotBytes", partition.snapshotBytes());
        writeFigures(json, "candidates", report.candidates());
        writeCounts(json, "drifts", report.drifts());
        writeFigures(json, "metrics", report.figures().metrics());
        writeFigures(json, "recent", report.figures().recent());
        writeFigures(json, "fading", report.figures().fading());
        json.writeObjectFieldStart("baselines");
        for (Map.Entry<String, Map<String, Double>> baseline :
                report.figures().baselines().entrySet()) {
            writeFigures(json, baseline.getKey(), baseline.getValue());
        }
        json.writeEndObject();
        writeConfusion(json, report.figures().confusion());
        json.writeEndObject();
    }

    private static void writeCounts(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void writeFigures(JsonGenerator json, String name, Map<String, Double> figures) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> figure : figures.entrySet()) {
            json.writeFieldName(figure.getKey());
            writeRounded(json, figure.getValue());
        }
        json.writeEndObject();
    }

    private static void writeConfusion(JsonGenerator json, Confusion confusion) throws IOException {
        if (confusion.isPresent()) {
            json.writeObjectFieldStart("confusion");
            json.writeArrayFieldStart("classes");
            for (String name : confusion.classes()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("counts");
            for (List<Long> row : confusion.counts()) {
                long[] counts = row.stream().mapToLong(Long::longValue).toArray();
                json.writeArray(counts, 0, counts.length);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
