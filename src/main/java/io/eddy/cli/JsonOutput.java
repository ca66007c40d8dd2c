package io.eddy.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What commands print with {@code --json}: one object on one line. */
final class JsonOutput {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    /** Fills the object's fields. */
    interface Body {
        void write(JsonGenerator object) throws IOException;
    }

    private JsonOutput() {}

    static void print(PrintWriter out, Body body) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        out.println();
        out.flush();
    }

    static void figures(JsonGenerator json, String name, Map<String, Double> figures) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> figure : figures.entrySet()) {
            json.writeNumberField(figure.getKey(), figure.getValue());
        }
        json.writeEndObject();
    }

    static void counts(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    /** All of them; the confusion matrix, true classes down and predicted ones across, where there is one. */
    static void figures(JsonGenerator json, Figures figures) throws IOException {
        figures(json, "metrics", figures.metrics());
        figures(json, "recent", figures.recent());
        figures(json, "fading", figures.fading());
        json.writeObjectFieldStart("baselines");
        for (Map.Entry<String, Map<String, Double>> baseline :
                figures.baselines().entrySet()) {
            figures(json, baseline.getKey(), baseline.getValue());
        }
        json.writeEndObject();
        if (figures.confusion().isPresent()) {
            confusion(json, figures.confusion());
        }
    }

    private static void confusion(JsonGenerator json, Confusion confusion) throws IOException {
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
