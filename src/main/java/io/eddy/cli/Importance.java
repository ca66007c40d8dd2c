package io.eddy.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which fields count: how much worse the answers are when the values of one are shuffled among the last rows (permutation
 * importance; Breiman, Random Forests, 2001). Each row is asked for just before it is learned, as in Fumagalli et al.,
 * Incremental Permutation Feature Importance, 2023: neither does the model know the row, nor has it forgotten the labels
 * before it.
 */
final class Importance {
    /** Rows that values are shuffled among, at most. */
    static final int ROWS = 1000;

    private static final int MOST = 10;
    private static final JsonFactory JSON = new JsonFactory();

    private final Backtest backtest;
    private final Set<String> noFeatures;
    private final Random random = new Random(1);

    /** The errors of the same rows, as they are and with a field's values shuffled. */
    private static final class Errors {
        private long rows;
        private double plain;
        private double shuffled;

        /** How much the error rate or the root of the mean squared error is greater. */
        double rise(boolean isRegression) {
            double before = plain / rows;
            double after = shuffled / rows;
            return isRegression ? Math.sqrt(after) - Math.sqrt(before) : after - before;
        }
    }

    /**
     * Of a learner at work.
     *
     * @param noFeatures the label and the ignored fields
     */
    Importance(Backtest backtest, Set<String> noFeatures) {
        this.backtest = backtest;
        this.noFeatures = Set.copyOf(noFeatures);
    }

    /**
     * Goes through the last rows.
     *
     * @param learn takes each of them after it was asked for
     * @return by field, the largest first; empty if nothing was answered
     */
    Map<String, Double> measure(List<CsvSamples.Row> rows, Consumer<CsvSamples.Row> learn) throws IOException {
        Map<String, List<CsvSamples.Row>> shuffled = shuffled(rows);
        Map<String, Errors> errors = new TreeMap<>();
        for (int r = 0; r < rows.size(); r++) {
            OptionalDouble plain = backtest.error(rows.get(r));
            if (plain.isPresent()) {
                for (Map.Entry<String, List<CsvSamples.Row>> field : shuffled.entrySet()) {
                    CsvSamples.Row other = field.getValue().get(r);
                    Errors sums = errors.computeIfAbsent(field.getKey(), name -> new Errors());
                    sums.rows++;
                    sums.plain += plain.getAsDouble();
                    sums.shuffled += backtest.error(withValueOf(rows.get(r), other, field.getKey()))
                            .orElse(plain.getAsDouble());
                }
            }
            learn.accept(rows.get(r));
        }
        return largest(errors, backtest.report().task().equals("regression"));
    }

    /** For each field the rows in an order of its own. */
    private Map<String, List<CsvSamples.Row>> shuffled(List<CsvSamples.Row> rows) throws IOException {
        Set<String> fields = new TreeSet<>();
        for (CsvSamples.Row row : rows) {
            copy(row.sample(), null, name -> !fields.add(name));
        }
        fields.removeAll(noFeatures);
        Map<String, List<CsvSamples.Row>> shuffled = new TreeMap<>();
        for (String field : fields) {
            List<CsvSamples.Row> order = new ArrayList<>(rows);
            Collections.shuffle(order, random);
            shuffled.put(field, order);
        }
        return shuffled;
    }

    private static Map<String, Double> largest(Map<String, Errors> errors, boolean isRegression) {
        Map<String, Double> largest = new LinkedHashMap<>();
        Map<String, Double> rises = new TreeMap<>();
        errors.forEach((field, sums) -> rises.put(field, sums.rise(isRegression)));
        rises.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(entry -> largest.put(entry.getKey(), entry.getValue()));
        return largest;
    }

    /** A row with another one's value in a field, which may be none. */
    private static CsvSamples.Row withValueOf(CsvSamples.Row row, CsvSamples.Row other, String field)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(row.sample().length + 32);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            copy(row.sample(), json, name -> !name.equals(field));
            copy(other.sample(), json, field::equals);
            json.writeEndObject();
        }
        return new CsvSamples.Row(row.key(), bytes.toByteArray());
    }

    private static void copy(byte[] sample, JsonGenerator out, Predicate<String> isWanted) throws IOException {
        try (JsonParser in = JSON.createParser(sample)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (isWanted.test(name) && out != null) {
                    out.writeFieldName(name);
                    out.copyCurrentStructure(in);
                } else {
                    in.skipChildren();
                }
            }
        }
    }
}
