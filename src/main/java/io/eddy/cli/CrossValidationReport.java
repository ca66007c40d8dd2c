package io.eddy.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A cross-validation over some seeds, printed. */
record CrossValidationReport(CrossValidation validation, Path file, boolean json, PrintWriter out) {
    /** Goes through it, from a first seed on. */
    void run(List<CsvSamples.Row> rows, long first, int seeds) throws IOException {
        List<List<Double>> repeats = new ArrayList<>();
        for (int r = 0; r < seeds; r++) {
            List<Double> accuracies = validation.accuracies(rows, first + r);
            repeats.add(accuracies);
            if (!json) {
                out.printf(
                        Locale.ROOT,
                        "seed %d: folds %s, mean %.4f%n",
                        first + r,
                        rounded(accuracies),
                        mean(accuracies));
                out.flush();
            }
        }
        List<Double> means = repeats.stream().map(CrossValidationReport::mean).toList();
        if (json) {
            JsonOutput.print(out, object -> {
                object.writeStringField("file", file.getFileName().toString());
                array(object, "folds", repeats.get(0));
                array(object, "repeats", means);
                object.writeNumberField("meanAccuracy", mean(means));
            });
        } else {
            out.printf(Locale.ROOT, "mean accuracy %.4f%n", mean(means));
        }
    }

    private static void array(JsonGenerator json, String name, List<Double> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (double number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private static String rounded(List<Double> numbers) {
        return numbers.stream().map(Table::number).toList().toString();
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
