package io.eddy.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eddy.Samples;
import io.eddy.network.SparseVector;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureEncoderTest {
    private final Inputs inputs = new Inputs();
    private final SparseVector vector = inputs.of(View.FEATURES);

    @Test
    void inputsAreFoundOnTheWayAndEncodingChangesNothing() {
        FeatureEncoder encoder = new FeatureEncoder(FeatureSettings.of(Scaling.NONE, 100));
        Sample sample = Samples.decode("{\"b\":2,\"a\":3,\"color\":\"red\"}");
        assertThat(encoder.encode(sample, inputs)).isFalse();
        assertThat(encoder.encode(sample, inputs)).isFalse();
        assertThat(vector.size()).isZero();
        encoder.discover(sample);
        assertThat(encoder.encode(sample, inputs)).isTrue();
        assertThat(text()).isEqualTo("0=3.0 1=2.0 2=1.0 ");
        encoder.encode(Samples.decode("{\"color\":\"blue\",\"a\":4}"), inputs);
        assertThat(text()).as("what is unknown is absent").isEqualTo("0=4.0 ");
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void theOrderOfFieldsDoesNotMatter(Scaling scaling) throws IOException {
        FeatureEncoder one = new FeatureEncoder(FeatureSettings.of(scaling, 100));
        FeatureEncoder other = new FeatureEncoder(FeatureSettings.of(scaling, 100));
        learn(one, "{\"a\":1,\"b\":2,\"c\":\"x\",\"d\":\"y\"}", "{\"a\":2,\"e\":5,\"b\":7}");
        learn(other, "{\"d\":\"y\",\"b\":2,\"c\":\"x\",\"a\":1}", "{\"b\":7,\"a\":2,\"e\":5}");
        assertThat(bytes(one)).isEqualTo(bytes(other));
    }

    @Test
    void standardisationIsThatOfAllNumbersSeen() {
        FeatureEncoder encoder = new FeatureEncoder(FeatureSettings.of(Scaling.STANDARD, 100));
        Random random = new Random(1);
        double[] values = random.doubles(500).map(v -> 1000 + 5 * v).toArray();
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            learn(encoder, "{\"a\":" + value + "}");
            sum += value;
        }
        double mean = sum / values.length;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        encoder.encode(Samples.decode("{\"a\":1003}"), inputs);
        assertThat(vector.value(0))
                .isCloseTo((float) ((1003 - mean) / Math.sqrt(squares / values.length)), within(1e-5f));
    }

    @Test
    void minMaxIsWithinZeroAndOne() {
        FeatureEncoder encoder = new FeatureEncoder(FeatureSettings.of(Scaling.MINMAX, 100));
        learn(encoder, "{\"a\":10}", "{\"a\":20}");
        encoder.encode(Samples.decode("{\"a\":15}"), inputs);
        assertThat(vector.value(0)).isEqualTo(0.5f);
        encoder.encode(Samples.decode("{\"a\":99}"), inputs);
        assertThat(vector.value(0)).isEqualTo(1);
        encoder.encode(Samples.decode("{\"a\":-99}"), inputs);
        assertThat(vector.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void extremeNumbersStayFinite(Scaling scaling) {
        FeatureEncoder encoder = new FeatureEncoder(FeatureSettings.of(scaling, 100));
        learn(encoder, "{\"a\":1}", "{\"a\":1.7e308}", "{\"a\":-1.7e308}", "{\"a\":1e-320}");
        for (String value : new String[] {"1.7e308", "-1.7e308", "0", "1"}) {
            encoder.encode(Samples.decode("{\"a\":" + value + "}"), inputs);
            for (int k = 0; k < vector.size(); k++) {
                assertThat(Float.isFinite(vector.value(k))).isTrue();
            }
        }
    }

    @Test
    void oneStrayNumberDoesNotWidenTheScaleForEver() {
        FeatureEncoder encoder = new FeatureEncoder(FeatureSettings.of(Scaling.STANDARD, 100));
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            learn(encoder, "{\"a\":" + random.nextGaussian() + "}");
        }
        learn(encoder, "{\"a\":1e300}");
        encoder.encode(Samples.decode("{\"a\":1}"), inputs);
        float one = vector.value(0);
        encoder.encode(Samples.decode("{\"a\":-1}"), inputs);
        assertThat(one - vector.value(0)).isBetween(1.5f, 2.5f);
    }

    @Test
    void beyondTheBoundCategoriesShareInputs() throws IOException {
        FeatureEncoder encoder = new FeatureEncoder(FeatureSettings.of(Scaling.STANDARD, 10));
        for (int i = 0; i < 5000; i++) {
            learn(encoder, "{\"id\":\"user-" + i + "\"}");
        }
        assertThat(encoder.features()).isEqualTo(10);
        assertThat(encoder.inputs()).isEqualTo(10 + FeatureDictionary.SHARED);
        assertThat(encoder.beyondBound()).isEqualTo(4990);
        assertThat(bytes(encoder).length).isLessThan(1000);
        encoder.encode(Samples.decode("{\"id\":\"never seen\"}"), inputs);
        assertThat(vector.size()).isEqualTo(1);
        learn(encoder, "{\"number\":1}");
        assertThat(encoder.encode(Samples.decode("{\"number\":1}"), inputs))
                .as("nothing that could be taken in")
                .isTrue();
        assertThat(vector.size()).isZero();
        assertThat(encoder.features()).isEqualTo(10);
    }

    /** A processor has one object for all samples. */
    @Test
    void whatIsLearnedIsTheSampleGivenNotTheOneEncodedLast() throws Exception {
        FeatureEncoder encoder = new FeatureEncoder(FeatureSettings.of(Scaling.STANDARD, 100));
        SampleDecoder decoder = new SampleDecoder("y", Set.of(), 1000);
        Sample reused = new Sample();
        for (int i = 0; i < 10; i++) {
            decoder.decode(("{\"a\":" + i + "}").getBytes(StandardCharsets.UTF_8), reused);
            encoder.encode(reused, inputs);
            encoder.discover(reused);
            decoder.decode("{\"a\":1000}".getBytes(StandardCharsets.UTF_8), reused);
            encoder.learn(reused, false);
        }
        learn(encoder, "{\"a\":999}");
        encoder.encode(Samples.decode("{\"a\":1000}"), inputs);
        assertThat(vector.value(0))
                .as("above the mean of 1000 and 999")
                .isPositive()
                .isLessThan(1);
    }

    @Test
    void writeAndRead() throws IOException {
        FeatureEncoder encoder = new FeatureEncoder(FeatureSettings.of(Scaling.STANDARD, 100));
        learn(encoder, "{\"a\":1,\"c\":\"é\\u0000\"}", "{\"a\":4,\"a2\":\"\"}", "{\"a\":\"text now\"}");
        FeatureEncoder copy = new FeatureEncoder(FeatureSettings.of(Scaling.STANDARD, 100));
        copy.read(new DataInputStream(new ByteArrayInputStream(bytes(encoder))), Encoding.LATEST);
        assertThat(bytes(copy)).isEqualTo(bytes(encoder));
    }

    private void learn(FeatureEncoder encoder, String... samples) {
        for (String json : samples) {
            Sample sample = Samples.decode(json);
            if (!encoder.encode(sample, inputs)) {
                encoder.discover(sample);
            }
            encoder.learn(sample, false);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < vector.size(); k++) {
            text.append(vector.index(k)).append('=').append(vector.value(k)).append(' ');
        }
        return text.toString();
    }

    private static byte[] bytes(FeatureEncoder encoder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        encoder.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
