package io.eddy.bench;

import io.eddy.cli.demo.WheatKernels;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A pool of the demo's labelled samples: seven numbers, three classes. */
public final class WheatSamples {
    /** How many there are: a power of two. */
    public static final int ROWS = 1024;

    /** The label's field. */
    public static final String LABEL = WheatKernels.LABEL;

    private WheatSamples() {}

    /** A decoder for them. */
    public static SampleDecoder newDecoder() {
        return new SampleDecoder(LABEL, Set.of(), 1_000_000);
    }

    /** As JSON. */
    public static List<byte[]> json() {
        WheatKernels kernels = new WheatKernels(1);
        List<byte[]> rows = new ArrayList<>();
        while (rows.size() < ROWS) {
            byte[] row = kernels.next();
            if (new String(row, StandardCharsets.UTF_8).contains(LABEL)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Decoded. */
    public static List<Sample> decoded() throws RejectedSampleException {
        SampleDecoder decoder = newDecoder();
        List<Sample> samples = new ArrayList<>();
        for (byte[] row : json()) {
            Sample sample = new Sample();
            decoder.decode(row, sample);
            samples.add(sample);
        }
        return samples;
    }
}
