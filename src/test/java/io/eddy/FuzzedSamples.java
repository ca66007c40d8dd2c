package io.eddy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eddy.wire.CsvCells;
import io.eddy.wire.Damage;
import io.eddy.wire.SampleFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** An endless stream of samples in a format, half of them damaged; the same for the same seed. */
final class FuzzedSamples {
    static final String COLUMNS = "period,nswprice,nswdemand,vicprice,vicdemand,transfer,class";
    static final String LABEL = "class";

    private static final int ROWS = 5_000;
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SCHEMA = "{\"type\":\"struct\",\"fields\":[{\"type\":\"double\",\"optional\":true,"
            + "\"field\":\"nswprice\"},{\"type\":\"string\",\"optional\":true,\"field\":\"class\"}],\"optional\":false}";

    private final SampleFormat format;
    private final Random random;
    private final Damage damage;
    private final List<String> rows;
    private int next;

    FuzzedSamples(SampleFormat format, long seed) throws IOException {
        this.format = format;
        random = new Random(seed);
        damage = new Damage(random);
        Path file = Path.of(System.getProperty("eddy.data", "../shared/data"), "electricity.csv.gz");
        rows = Files.exists(file) ? real(file) : made();
    }

    private static List<String> real(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).limit(ROWS).toList();
        }
    }

    /** Rows with the same columns, for where the real ones are not. */
    private List<String> made() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            float price = random.nextFloat();
            made.add(i % 48 + "," + price + "," + random.nextFloat() + ",0.0035," + random.nextFloat() + ",0.4149,"
                    + (price > 0.5 ? "UP" : "DOWN"));
        }
        return made;
    }

    /** Null now and then, as a record's value may be. */
    byte[] next() throws IOException {
        if (random.nextInt(100) == 0) {
            return null;
        }
        String row = rows.get(next++ % rows.size());
        byte[] value = (format == SampleFormat.CSV ? row : wrapped(json(row))).getBytes(StandardCharsets.UTF_8);
        for (int times = random.nextInt(2) * (1 + random.nextInt(2)); times > 0; times--) {
            value = random.nextBoolean() ? damage.anywhere(value) : damage.ofPart(value);
        }
        return value;
    }

    private static String json(String row) throws IOException {
        String[] columns = COLUMNS.split(",", -1);
        String[] cells = row.split(",", -1);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (int c = 0; c < columns.length; c++) {
                CsvCells.write(columns[c], cells[c], json);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private String wrapped(String row) {
        return switch (format) {
            case AUTO ->
                switch (random.nextInt(4)) {
                    case 0 -> row;
                    case 1 -> connect(row);
                    case 2 -> event(row);
                    default -> change(row);
                };
            case JSON, CSV -> row;
            case CONNECT -> connect(row);
            case CLOUDEVENTS -> event(row);
            case DEBEZIUM -> random.nextBoolean() ? change(row) : connect(change(row));
        };
    }

    private static String connect(String payload) {
        return "{\"schema\":" + SCHEMA + ",\"payload\":" + payload + "}";
    }

    private static String event(String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"/grid\",\"type\":\"price\",\"data\":" + data + "}";
    }

    private String change(String row) {
        String end = ",\"source\":{\"connector\":\"mysql\",\"ts_ms\":1},\"ts_ms\":2}";
        return switch (random.nextInt(8)) {
            case 0 -> "{\"op\":\"d\",\"before\":" + row + ",\"after\":null" + end;
            case 1 -> row.replace("}", ",\"__deleted\":\"true\"}");
            case 2 -> row.replace("}", ",\"__deleted\":\"false\"}");
            case 3 -> "{\"op\":\"u\",\"before\":" + row + ",\"after\":" + row + end;
            default -> "{\"op\":\"c\",\"before\":null,\"after\":" + row + end;
        };
    }
}
