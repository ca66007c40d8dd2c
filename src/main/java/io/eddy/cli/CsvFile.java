package io.eddy.cli;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.eddy.problem.Problem;
import io.eddy.wire.SampleDecoder;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A CSV file (compressed with gzip, too) down to its records, and what is to be said where it can't be read. */
record CsvFile(Path path) {
    private static final int BUFFER = 1 << 16;

    /** From the header on. */
    CloseableIterator<CsvRecord> records() throws IOException {
        InputStream in = open();
        try {
            CsvRecordHandler cells = CsvRecordHandler.of(limits -> limits.maxFields(SampleDecoder.MOST_FIELDS));
            return CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .build(cells, withoutMark(in))
                    .iterator();
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            return isCompressed(in) || path.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Whether it begins as gzip does (RFC 1952), whatever its name is. */
    private static boolean isCompressed(InputStream in) throws IOException {
        in.mark(2);
        boolean isGzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return isGzip;
    }

    /** Spreadsheets begin their files with a byte order mark, which is no part of the first column's name. */
    private static Reader withoutMark(InputStream plain) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(plain, strictly()));
        reader.mark(1);
        if (reader.read() != 0xFEFF) {
            reader.reset();
        }
        return reader;
    }

    private static CharsetDecoder strictly() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    Problem unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return Problem.usage("can't read " + path, "there is no such file", "give the path of a CSV file");
        }
        if (e instanceof CharacterCodingException) {
            return Problem.failure(
                    "can't read " + path,
                    whereItIsNotUtf8() + " is not UTF-8",
                    "convert it; if it is Latin-1: iconv -f latin1 -t utf-8");
        }
        return Problem.failure("can't read " + path, String.valueOf(e.getMessage()), "is it a readable CSV file?", e);
    }

    /** Reads it again, because the parser stops short of where the decoder did. No line break is part of another character. */
    private String whereItIsNotUtf8() {
        CharsetDecoder utf8 = strictly();
        long line = 1;
        try (BufferedReader bytes = new BufferedReader(new InputStreamReader(open(), StandardCharsets.ISO_8859_1))) {
            for (String text = bytes.readLine(); text != null; text = bytes.readLine()) {
                utf8.decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
                line++;
            }
        } catch (IOException e) {
            return "line " + line;
        }
        return "it";
    }

    Problem malformed(CsvParseException e) {
        // without the cause, whose message may have control characters of the file's
        return Problem.failure(
                "can't read " + path,
                String.valueOf(e.getMessage()),
                "mend it: as many cells in each row as in the header, at most " + SampleDecoder.MOST_FIELDS
                        + "; a cell that begins with a quote ends with one, and has those within doubled");
    }
}
