package io.eddy.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One line of CSV (RFC 4180) to the JSON object of a sample, whose columns' names are known. */
final class CsvLine {
    private static final CsvFactory CSV = new CsvFactory();
    private static final JsonFactory JSON = new JsonFactory();

    private CsvLine() {}

    /**
     * The line as JSON.
     *
     * @throws RejectedSampleException if it is not one line of as many cells as there are columns
     */
    static byte[] json(byte[] line, List<String> columns) throws RejectedSampleException {
        try {
            List<String> cells = cells(line);
            if (cells.size() != columns.size()) {
                throw rejected(cells.size() + " cells, eddy.csv.header names " + columns.size());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
            try (JsonGenerator json = JSON.createGenerator(bytes)) {
                json.writeStartObject();
                for (int c = 0; c < cells.size(); c++) {
                    CsvCells.write(columns.get(c), cells.get(c), json);
                }
                json.writeEndObject();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw rejected(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static List<String> cells(byte[] line) throws IOException, RejectedSampleException {
        List<String> cells = new ArrayList<>();
        try (CsvParser parser = CSV.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                cells.add(parser.getText());
            }
            if (parser.nextToken() != null) {
                throw rejected("something follows the line");
            }
        }
        return cells;
    }

    private static RejectedSampleException rejected(String message) {
        return new RejectedSampleException(RejectionCode.WRONG_FORMAT, message);
    }
}
