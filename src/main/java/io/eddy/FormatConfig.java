package io.eddy;

import io.eddy.problem.Problem;
import io.eddy.wire.SampleFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What the samples' values are: {@code eddy.format} and {@code eddy.csv.header}, checked. */
record FormatConfig(SampleFormat format, List<String> columns) {
    static FormatConfig of(String format, List<String> columns) {
        FormatConfig config = new FormatConfig(NetworkConfig.constant(SampleFormat.class, format), columns);
        if (config.isCsv() && columns.isEmpty()) {
            throw Problem.usage(
                    "eddy.format=csv needs eddy.csv.header",
                    "lines of CSV do not say what their columns are",
                    "name all of them in order, as eddy.csv.header=area,perimeter,variety");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw Problem.usage(
                    "eddy.csv.header=" + String.join(",", columns) + " has a name twice",
                    "each column is a field of its own",
                    "give each of them another name");
        }
        return config;
    }

    private boolean isCsv() {
        return format == SampleFormat.CSV;
    }

    List<String> warnings(String label) {
        List<String> warnings = new ArrayList<>();
        if (!columns.isEmpty() && !isCsv()) {
            warnings.add("eddy.csv.header has no effect without eddy.format=csv");
        }
        if (isCsv() && !columns.contains(label)) {
            warnings.add("eddy.csv.header has no eddy.label=" + label + ", so nothing will be learned");
        }
        return warnings;
    }

    void requirePlainJson() {
        switch (format) {
            case CONNECT, CLOUDEVENTS, CSV ->
                throw Problem.usage(
                        "this command sends plain JSON",
                        "the learner would reject it, eddy.format is "
                                + format.name().toLowerCase(Locale.ROOT),
                        "send it to another topic, or set eddy.format=auto");
            case AUTO, JSON, DEBEZIUM -> {
                // reads it
            }
        }
    }
}
