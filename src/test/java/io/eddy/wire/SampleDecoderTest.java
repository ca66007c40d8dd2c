package io.eddy.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.wire.Sample.LabelKind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDecoderTest {
    private final SampleDecoder decoder = new SampleDecoder("y", Set.of("id", "meta"), 1000);
    private final Sample sample = new Sample();

    @Test
    void everyKindOfFieldIsFlattened() throws RejectedSampleException {
        decode("{\"a\":1.5,\"b\":true,\"c\":false,\"d\":null,\"e\":\"red\",\"s\":{\"t\":2,\"u\":{\"v\":-3e2}},"
                + "\"p\":[7,[8,9],{\"q\":10}],\"id\":\"x\",\"meta\":{\"deep\":[1,{}]},\"y\":\"Kama\"}");
        TreeMap<String, Object> fields = new TreeMap<>();
        for (int k = 0; k < sample.size(); k++) {
            fields.put(sample.name(k), sample.isText(k) ? sample.text(k) : (Object) sample.number(k));
        }
        assertThat(fields)
                .hasToString("{a=1.5, b=1.0, c=0.0, e=red, p.0=7.0, p.1.0=8.0, p.1.1=9.0, p.2.q=10.0, s.t=2.0,"
                        + " s.u.v=-300.0}");
        assertThat(sample.labelKind()).isEqualTo(LabelKind.TEXT);
        assertThat(sample.labelText()).isEqualTo("Kama");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1.0,1", "-0.0,0", "1e2,100", "0.5,0.5", "12345678901,12345678901", "1e300,1.0E300"})
    void aNumberAsLabelHasOneName(String json, String name) throws RejectedSampleException {
        decode("{\"a\":1,\"y\":" + json + "}");
        assertThat(sample.labelKind()).isEqualTo(LabelKind.NUMBER);
        assertThat(sample.labelText()).isEqualTo(name);
        assertThat(sample.labelNumber()).isEqualTo(Double.parseDouble(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "{\"a\":1,\"y\":null}"})
    void aSampleMayHaveNoLabel(String json) throws RejectedSampleException {
        decode(json);
        assertThat(sample.hasLabel()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MALFORMED_JSON | {\"a\":1",
                "MALFORMED_JSON | {\"a\":1}}",
                "MALFORMED_JSON | {\"a\":1} {\"a\":2}",
                "MALFORMED_JSON | {'a':1}",
                "MALFORMED_JSON | {\"a\":01}",
                "MALFORMED_JSON | hello",
                "MALFORMED_JSON | ''",
                "MALFORMED_JSON | {\"a\":1,\"a\":2}",
                "MALFORMED_JSON | {\"a\":{\"b\":1},\"a.b\":2}",
                "NOT_AN_OBJECT | [1,2]",
                "NOT_AN_OBJECT | 3",
                "NOT_AN_OBJECT | \"text\"",
                "NOT_AN_OBJECT | null",
                "NO_FEATURES | {}",
                "NO_FEATURES | {\"y\":\"Kama\"}",
                "NO_FEATURES | {\"a\":null,\"id\":3,\"y\":\"Kama\"}",
                "BAD_LABEL | {\"a\":1,\"y\":{\"b\":1}}",
                "BAD_LABEL | {\"a\":1,\"y\":[1]}",
                "NON_FINITE | {\"a\":NaN}",
                "NON_FINITE | {\"a\":-Infinity}",
                "NON_FINITE | {\"a\":1e999}",
                "NON_FINITE | {\"a\":1,\"y\":NaN}",
            })
    void whatCanNotBeASampleHasItsCode(RejectionCode code, String json) {
        assertThatThrownBy(() -> decode(json))
                .isInstanceOfSatisfying(
                        RejectedSampleException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aLongValueIsTooLarge() {
        assertThatThrownBy(() -> decode("{\"a\":\"" + "x".repeat(1000) + "\"}"))
                .isInstanceOfSatisfying(
                        RejectedSampleException.class, e -> assertThat(e.code()).isEqualTo(RejectionCode.TOO_LARGE));
    }

    @Test
    void hostileSamplesAreRefusedBeforeTheyCostMuch() throws RejectedSampleException {
        SampleDecoder patient = new SampleDecoder("y", Set.of(), 1 << 20);
        String longName = "n".repeat(SampleDecoder.LONGEST_NAME + 1);
        for (String json : new String[] {
            "{\"p\":[0" + ",0".repeat(500_000) + "]}",
            "{\"" + longName + "\":1}",
            "{\"" + longName + "\":[0" + ",0".repeat(25_000) + "]}"
        }) {
            assertThatThrownBy(() -> patient.decode(json.getBytes(StandardCharsets.UTF_8), sample))
                    .isInstanceOfSatisfying(
                            RejectedSampleException.class,
                            e -> assertThat(e.code()).isEqualTo(RejectionCode.TOO_LARGE));
        }
        patient.decode("{\"p\":[1,2]}".getBytes(StandardCharsets.UTF_8), sample);
        assertThat(sample.name(1)).isEqualTo("p.1");
    }

    @Test
    void categoriesAndLabelsAreBoundedAndOfWholeCharacters() throws RejectedSampleException {
        String text = "x".repeat(SampleDecoder.LONGEST_LABEL + 1);
        decode("{\"a\":\"" + text + "\",\"b\":\"" + text + "x\",\"c\":\"\\ud83d\\ude00\"}");
        assertThat(sample.text(0)).isEqualTo(text);
        assertThat(sample.category(0))
                .hasSizeLessThanOrEqualTo(Sample.LONGEST_CATEGORY)
                .isNotEqualTo(sample.category(1));
        assertCode(RejectionCode.BAD_LABEL, "{\"a\":1,\"y\":\"" + text + "\"}");
        assertCode(RejectionCode.MALFORMED_JSON, "{\"a\":\"\\ud800\"}");
        assertCode(RejectionCode.MALFORMED_JSON, "{\"a\":1,\"y\":\"\\udc00\\ud800\"}");
    }

    @Test
    void aNumberAsCategoryIsWrittenOnceForItself() throws RejectedSampleException {
        for (int i = 0; i < 10_000; i++) {
            double number = i / 8.0;
            decode("{\"a\":" + number + ",\"b\":" + number + "}");
            assertThat(sample.category(0)).isSameAs(sample.category(1)).isEqualTo(JsonNumbers.text(number));
        }
    }

    @Test
    void anotherKeyIsAnotherHashAndNoKeyIsZero() throws RejectedSampleException {
        decode("{\"a\":1.0,\"b\":1}");
        assertThat(sample.category(0)).isEqualTo(sample.category(1)).isEqualTo("1");
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            sample.setKey(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
            hashes.add(sample.keyHash());
        }
        assertThat(hashes).hasSize(10_000).doesNotContain(0L);
        decode("{\"a\":1}");
        assertThat(sample.keyHash()).as("of the next sample").isZero();
    }

    @Test
    void whatTheRecordCarriesBesideItsValueCounts() {
        assertThatThrownBy(() -> decoder.decode("{\"a\":1}".getBytes(StandardCharsets.UTF_8), 1000, sample))
                .isInstanceOf(RejectedSampleException.class);
    }

    private void assertCode(RejectionCode code, String json) {
        assertThatThrownBy(() -> decode(json))
                .isInstanceOfSatisfying(
                        RejectedSampleException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void deepNestingIsRefusedNotOverflown() {
        SampleDecoder patient = new SampleDecoder("y", Set.of(), 1 << 20);
        byte[] deep = "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> patient.decode(deep, sample)).isInstanceOf(RejectedSampleException.class);
    }

    @Test
    void invalidUtf8IsMalformed() {
        byte[] bytes = {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'};
        assertThatThrownBy(() -> decoder.decode(bytes, sample)).isInstanceOf(RejectedSampleException.class);
    }

    @Test
    void aRejectedSampleLeavesNothingForTheNext() throws RejectedSampleException {
        assertThatThrownBy(() -> decode("{\"a\":1,\"b\":2,\"y\":\"Kama\",\"c\":"))
                .isInstanceOf(RejectedSampleException.class);
        decode("{\"z\":1}");
        assertThat(sample.size()).isEqualTo(1);
        assertThat(sample.hasLabel()).isFalse();
    }

    private void decode(String json) throws RejectedSampleException {
        decoder.decode(json.getBytes(StandardCharsets.UTF_8), sample);
    }
}
