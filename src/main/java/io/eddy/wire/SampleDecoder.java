package io.eddy.wire;

import java.util.Set;

/**
 * JSON bytes to a {@link Sample}. Not thread safe; one per processor.
 *
 * <p>An ordinary sample is read by {@link PlainJsonReader}, which allocates nothing once it has met the names and texts.
 * What is not ordinary, or wrong, is read by {@link JacksonReader}; both come to the same.
 */
public final class SampleDecoder {
    /** Fields of one sample, whatever they are. */
    static final int MOST_FIELDS = 20_000;

    /** Characters of a flattened name. */
    static final int LONGEST_NAME = 500;

    /** Characters of a label. */
    static final int LONGEST_LABEL = 256;

    private final int maxBytes;
    private final FieldNames names;
    private final PlainJsonReader plain;
    private final JacksonReader jackson;
    private long plainSamples;

    /**
     * @param label the flattened name of the label's field
     * @param ignored flattened names that are never features, with all below them
     * @param maxBytes the longest record that is accepted: key, headers and value
     */
    public SampleDecoder(String label, Set<String> ignored, int maxBytes) {
        this.maxBytes = maxBytes;
        names = new FieldNames(label, ignored);
        plain = new PlainJsonReader(names);
        jackson = new JacksonReader(names);
    }

    /**
     * Decodes one value.
     *
     * @param sample is cleared first; undefined after an exception
     * @throws RejectedSampleException with the code that the dead letter will carry
     */
    public void decode(byte[] value, Sample sample) throws RejectedSampleException {
        decode(value, 0, sample);
    }

    /**
     * Decodes one value.
     *
     * @param carriedBytes length of what the record has beside the value, and its prediction will have too: key, headers
     */
    public void decode(byte[] value, int carriedBytes, Sample sample) throws RejectedSampleException {
        long bytes = (long) value.length + carriedBytes;
        if (bytes > maxBytes) {
            throw new RejectedSampleException(
                    RejectionCode.TOO_LARGE, bytes + " bytes, at most " + maxBytes + " are accepted");
        }
        names.makeRoom();
        sample.clear();
        if (plain.read(value, sample)) {
            plainSamples++;
        } else {
            sample.clear();
            jackson.read(value, sample);
        }
    }

    /** Samples for which the plain reader was enough. */
    long plainSamples() {
        return plainSamples;
    }
}
