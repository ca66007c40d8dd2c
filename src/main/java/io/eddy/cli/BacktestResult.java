package io.eddy.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eddy.learner.LearnerReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What came of one file.
 *
 * @param importance by field, the largest first; empty where it was not asked for
 */
record BacktestResult(
        Path file, double seconds, LearnerReport report, Curve curve, Map<String, Double> importance, String digest) {
    String name() {
        return file.getFileName().toString();
    }

    /** As one object of JSON. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", name());
        json.writeNumberField("rows", report.consumed());
        json.writeNumberField("seconds", seconds);
        json.writeStringField("task", report.task());
        json.writeNumberField("learned", report.learned());
        JsonOutput.counts(json, "deadLetters", report.deadLetters());
        JsonOutput.figures(json, report.figures());
        JsonOutput.figures(json, "candidates", report.candidates());
        JsonOutput.counts(json, "drifts", report.drifts());
        json.writeArrayFieldStart("driftRows");
        for (long row : curve.drifts()) {
            json.writeNumber(row);
        }
        json.writeEndArray();
        if (!importance.isEmpty()) {
            JsonOutput.figures(json, "importance", importance);
        }
        json.writeArrayFieldStart("curve");
        for (Curve.Point point : curve.doubling()) {
            json.writeStartObject();
            json.writeNumberField("rows", point.rows());
            JsonOutput.figures(json, point.figures());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("digest", digest);
        json.writeEndObject();
    }
}
