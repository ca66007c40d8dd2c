package io.eddy.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.eddy.problem.Problem;
import io.eddy.wire.CsvCells;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rows of a CSV file with a header as samples: each row is a JSON object of its cells ({@link CsvCells}).
 */
final class CsvSamples {
    private static final JsonFactory JSON = new JsonFactory();

    /** One row: the sample, and the key if a column was named for it. */
    record Row(byte[] key, byte[] sample) {}

    /** Takes the rows, one after the other. */
    interface Sink {
        void accept(Row row) throws IOException, InterruptedException;
    }

    private interface RecordSink {
        void accept(CsvRecord record) throws IOException, InterruptedException;
    }

    private final CsvFile file;
    private final List<String> columns;
    private final int keyColumn;

    /**
     * Opens a file as far as its header.
     *
     * @param key the column whose cells become the records' keys, or null
     */
    CsvSamples(Path path, String key) {
        file = new CsvFile(path);
        try (CloseableIterator<CsvRecord> records = file.records()) {
            if (!records.hasNext()) {
                throw Problem.usage("can't read " + path, "it is empty", "give a CSV file with a header line");
            }
            columns = records.next().getFields();
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (UncheckedIOException e) {
            throw file.unreadable(e.getCause());
        } catch (CsvParseException e) {
            throw file.malformed(e);
        }
        refuseSameNames();
        keyColumn = key == null ? -1 : requireColumn(key, "--key");
    }

    private void refuseSameNames() {
        Set<String> names = new HashSet<>();
        for (String column : columns) {
            // spreadsheets end each line with columns that have neither a name nor cells
            if (!column.isEmpty() && !names.add(column)) {
                throw Problem.usage(
                        "can't read " + file.path(),
                        "its header has the column " + column + " twice",
                        "give each column a name of its own");
            }
        }
    }

    /** The number of a column that must be there. */
    int requireColumn(String name, String why) {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw Problem.usage(
                    "there is no column " + name + " in " + file.path(),
                    why + " names it; the header has " + String.join(", ", columns),
                    "name one of these");
        }
        return column;
    }

    boolean hasColumn(String name) {
        return columns.contains(name);
    }

    /**
     * Goes through the file {@code repeat} times; with a seed in another order each time, which needs the file's rows in
     * memory.
     */
    void forEach(int repeat, OptionalLong shuffle, Sink sink) throws InterruptedException {
        try {
            if (shuffle.isEmpty()) {
                for (int pass = 0; pass < repeat; pass++) {
                    each(sink);
                }
                return;
            }
            List<Row> rows = rows();
            Random random = new Random(shuffle.getAsLong());
            for (int pass = 0; pass < repeat; pass++) {
                Collections.shuffle(rows, random);
                for (Row row : rows) {
                    sink.accept(row);
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** All rows, in memory. */
    List<Row> rows() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        try {
            each(rows::add);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return rows;
    }

    /** How many rows there are. It reads all of the file, so that a broken row is known before anything runs. */
    long count() throws InterruptedException {
        AtomicLong rows = new AtomicLong();
        try {
            eachRecord(record -> rows.incrementAndGet());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return rows.get();
    }

    private void each(Sink sink) throws IOException, InterruptedException {
        eachRecord(record -> sink.accept(row(record)));
    }

    private void eachRecord(RecordSink sink) throws IOException, InterruptedException {
        try (CloseableIterator<CsvRecord> records = file.records()) {
            records.next();
            while (records.hasNext()) {
                sink.accept(records.next());
            }
        } catch (CsvParseException e) {
            throw file.malformed(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Row row(CsvRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (int c = 0; c < columns.size(); c++) {
                CsvCells.write(columns.get(c), record.getField(c), json);
            }
            json.writeEndObject();
        }
        byte[] key = keyColumn < 0 ? null : record.getField(keyColumn).getBytes(StandardCharsets.UTF_8);
        return new Row(key, bytes.toByteArray());
    }
}
