package io.eddy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain reader comes to what Jackson's parser comes to, and nearly always comes to something. */
class PlainJsonReaderTest {
    private static final int MAX_BYTES = 1 << 20;

    private static final Set<String> IGNORED = Set.of("id", "a.b", "b", "perimeter.2");

    private SampleDecoder decoder = new SampleDecoder("y", IGNORED, MAX_BYTES);
    private JacksonReader jackson = new JacksonReader(new FieldNames("y", IGNORED));
    private final Sample sample = new Sample();
    private final Sample expected = new Sample();
    private int accepted;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anySampleIsReadAsJacksonReadsIt(long seed) {
        if (seed % 2 == 0) { // the label is in an array, or in an object
            decoder = new SampleDecoder("area.1", IGNORED, MAX_BYTES);
            jackson = new JacksonReader(new FieldNames("area.1", IGNORED));
        } else if (seed == 3) { // none of them is an envelope
            decoder = new SampleDecoder("y", IGNORED, MAX_BYTES, SampleFormat.AUTO, List.of());
        }
        RandomJson random = new RandomJson(seed);
        int samples = 65_000;
        for (int i = 0; i < samples; i++) {
            assertSame(random.unusual());
        }
        assertThat(accepted).as("neither all well nor all damaged").isBetween(samples / 5, 4 * samples / 5);
        assertThat(decoder.plainSamples()).isBetween(accepted / 2L, (long) accepted);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyNumberHasTheSameBits(long seed) {
        RandomJson random = new RandomJson(seed);
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            json.setLength(0);
            for (int k = 0; k < 50; k++) {
                json.append(k == 0 ? "{\"a\":[" : ",").append(random.number());
            }
            assertSame(json.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(decoder.plainSamples()).isEqualTo(10_000);
    }

    @Test
    void ordinarySamplesNeedNoJackson() {
        RandomJson random = new RandomJson(9);
        for (int i = 0; i < 10_000; i++) {
            assertSame(random.plain());
        }
        assertThat(decoder.plainSamples()).isEqualTo(10_000);
    }

    @Test
    void whatComesAgainAllocatesNothing() throws RejectedSampleException {
        byte[][] samples = new byte[200][];
        RandomJson random = new RandomJson(10);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.plain();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (int round = 0; round < 3; round++) { // the first ones meet the names and load the classes
            long before = threads.getCurrentThreadAllocatedBytes();
            for (byte[] json : samples) {
                decoder.decode(json, sample);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isLessThan(samples.length);
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // is what is promised
    void aNameIsTheSameObjectEachTimeWhicheverReaderMadeIt() throws RejectedSampleException {
        decode("{\"s\":{\"temp\":1},\"p\":[1,2]}");
        String member = sample.name(0);
        String element = sample.name(2);
        decode("{\"p\":[3,4],\"s\":{ \"temp\" :2},\"text\":\"\\u0041\"}");
        assertThat(decoder.plainSamples()).isEqualTo(1);
        assertThat(sample.name(1) == element && sample.name(2) == member).isTrue();
    }

    @Test
    void everNewNamesAndTextsAreForgottenButNoFieldPassesTwice() {
        for (int i = 0; i < 60_000; i++) {
            assertSame(("{\"a\":{\"n" + i + "\":\"t" + i + "\"},\"a.n" + (i + i % 2) + "\":1}")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(accepted).isEqualTo(30_000);
    }

    @Test
    void theBoundsAreTheSame() {
        for (int fields = SampleDecoder.MOST_FIELDS - 2; fields < SampleDecoder.MOST_FIELDS + 2; fields++) {
            assertSame(("{\"p\":[1" + ",1".repeat(fields - 1) + "]}").getBytes(StandardCharsets.UTF_8));
            StringBuilder json = new StringBuilder("{\"a\":1");
            for (int i = 1; i < fields; i++) {
                json.append(",\"n").append(i).append("\":").append(i);
            }
            assertSame(json.append('}').toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(decoder.plainSamples()).isEqualTo(accepted).isEqualTo(5);
    }

    private void decode(String json) throws RejectedSampleException {
        decoder.decode(json.getBytes(StandardCharsets.UTF_8), sample);
    }

    private void assertSame(byte[] json) {
        expected.clear();
        String outcome = outcome(expected, () -> jackson.read(json, expected));
        String actual = outcome(sample, () -> decoder.decode(json, sample));
        if (!actual.equals(outcome)) { // a message only then, there are many
            assertThat(actual).as(new String(json, StandardCharsets.ISO_8859_1)).isEqualTo(outcome);
        }
        accepted += outcome.startsWith("{") ? 1 : 0;
    }

    private interface Reading {
        void read() throws RejectedSampleException;
    }

    private static String outcome(Sample read, Reading reading) {
        try {
            reading.read();
        } catch (RejectedSampleException e) {
            return e.code() + " " + e.getMessage();
        }
        StringBuilder all = new StringBuilder("{");
        for (int k = 0; k < read.size(); k++) {
            all.append(read.name(k)).append('=').append(read.text(k)).append('/');
            all.append(Double.doubleToRawLongBits(read.number(k))).append('\n');
        }
        all.append(read.labelKind());
        if (read.hasLabel()) {
            all.append(read.labelText()).append('/').append(Double.doubleToRawLongBits(read.labelNumber()));
        }
        return all.toString();
    }
}
