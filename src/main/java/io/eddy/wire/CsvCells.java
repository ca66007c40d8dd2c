package io.eddy.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Cells of CSV as JSON. One that is a number becomes one, {@code true} and {@code false} become booleans, an empty one is
 * left out, all else is text.
 */
public final class CsvCells {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern LOOSE_NUMBER =
            Pattern.compile("[-+]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private CsvCells() {}

    /** Writes a cell as a member of the object that is open. */
    public static void write(String column, String cell, JsonGenerator json) throws IOException {
        String trimmed = cell.trim();
        if (trimmed.isEmpty()) {
            return;
        }
        json.writeFieldName(column);
        if (NUMBER.matcher(trimmed).matches()) {
            json.writeNumber(trimmed);
        } else if (trimmed.equals("true") || trimmed.equals("false")) {
            json.writeBoolean(trimmed.equals("true"));
        } else if (LOOSE_NUMBER.matcher(trimmed).matches()) {
            json.writeNumber(Double.parseDouble(trimmed));
        } else {
            json.writeString(cell);
        }
    }
}
