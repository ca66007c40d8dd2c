package io.eddy.wire;

import java.util.List;
import java.util.Set;

/**
 * A record's bytes to a {@link Sample}. Not thread safe; one per processor.
 *
 * <p>What is wrapped around the sample is taken off first ({@link Envelopes}, {@link CsvLine}). An ordinary sample is
 * read by {@link PlainJsonReader}, which allocates nothing once it has met the names and texts. What is not ordinary, or
 * wrong, is read by {@link JacksonReader}; both come to the same.
 */
public final class SampleDecoder {
    /** Fields of one sample, whatever they are. */
    public static final int MOST_FIELDS = 20_000;

    /** Characters of a flattened name. */
    static final int LONGEST_NAME = 500;

    /** Characters of a label. */
    static final int LONGEST_LABEL = 256;

    private final int maxBytes;
    private final SampleFormat format;
    private final List<String> columns;
    private final FieldNames names;
    private final PlainJsonReader plain;
    private final JacksonReader jackson;
    private long plainSamples;

    /** A decoder of plain JSON. */
    public SampleDecoder(String label, Set<String> ignored, int maxBytes) {
        this(label, ignored, maxBytes, SampleFormat.JSON, List.of());
    }

    /**
     * @param label the flattened name of the label's field
     * @param ignored flattened names that are never features, with all below them
     * @param maxBytes the longest record that is accepted: key, headers and value
     * @param columns of CSV
     */
    public SampleDecoder(String label, Set<String> ignored, int maxBytes, SampleFormat format, List<String> columns) {
        this.maxBytes = maxBytes;
        this.format = format;
        this.columns = List.copyOf(columns);
        names = new FieldNames(label, ignored);
        plain = new PlainJsonReader(names);
        jackson = new JacksonReader(names);
    }

    /**
     * Decodes one value.
     *
     * @param sample is cleared first; undefined where there is none
     * @return false where there is none because the record says that a row was deleted
     * @throws RejectedSampleException with the code that the dead letter will carry
     */
    public boolean decode(byte[] value, Sample sample) throws RejectedSampleException {
        return decode(value, 0, sample);
    }

    /**
     * Decodes one value.
     *
     * @param carriedBytes length of what the record has beside the value, and its prediction will have too: key, headers
     */
    public boolean decode(byte[] value, int carriedBytes, Sample sample) throws RejectedSampleException {
        long bytes = (long) value.length + carriedBytes;
        if (bytes > maxBytes) {
            throw new RejectedSampleException(
                    RejectionCode.TOO_LARGE, bytes + " bytes, at most " + maxBytes + " are accepted");
        }
        names.makeRoom();
        if (format == SampleFormat.AUTO && plain.read(value, sample, false)) {
            plainSamples++;
            return true;
        }
        byte[] json = format == SampleFormat.CSV ? CsvLine.json(value, columns) : Envelopes.sample(value, format);
        if (json == null) {
            return false;
        }
        if (plain.read(json, sample, true)) {
            plainSamples++;
        } else {
            sample.clear();
            jackson.read(json, sample);
        }
        return true;
    }

    /** Samples for which the plain reader was enough. */
    long plainSamples() {
        return plainSamples;
    }
}
