package io.eddy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for an envelope and what is not, by {@code auto} and by the format that is asked for. */
class SampleFormatTest {
    private static final String SCHEMA =
            "{'type':'struct','fields':[{'type':'double','optional':false,'field':'a'}],'optional':true,'name':'größe'}";
    private static final String SOURCE = "'source':{'connector':'postgresql','ts_ms':1},'ts_ms':1,'transaction':null";
    private static final String EVENT = "'specversion':'1.0','id':'7','source':'/s','type':'t'";
    private static final String DELETED = "deleted";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{a=1.0, y=k} | {'schema':SCHEMA,'payload':{'a':1,'y':'k'}}",
                "{a=1.0, y=k} | {'payload':{'a':1,'y':'k'},'schema':SCHEMA}",
                "{a=1.0, y=k} | {'sch\\u0065ma':null, 'payload' : {'a':1,'y':'k'} }",
                "{payload=1.0, y=k} | {'schema':SCHEMA,'payload':{'payload':1,'y':'k'}}",
                "deleted | {'schema':SCHEMA,'payload':null}",
                "NOT_AN_OBJECT | {'schema':SCHEMA,'payload':5}",
                "MALFORMED_JSON | {'schema':SCHEMA,'payload':{'a':1,'a':2}}",
                "{a=1.0, y=k} | {'before':null,'after':{'a':1,'y':'k'},SOURCE,'op':'c'}",
                "{a=1.0, y=k} | {'op':'u',SOURCE,'after':{'a':1,'y':'k'},'before':{'a':1e999}}",
                "{a=1.0, y=k} | {'schema':SCHEMA,'payload':{'before':null,'after':{'a':1,'y':'k'},SOURCE,'op':'r'}}",
                "{after=1.0, op=c} | {'before':null,'after':{'after':1,'op':'c'},SOURCE,'op':'r'}",
                "deleted | {'before':{'a':1,'y':'k'},'after':null,SOURCE,'op':'d'}",
                "deleted | {'schema':SCHEMA,'payload':{'before':{'a':1},'after':null,SOURCE,'op':'d'}}",
                "deleted | {'before':null,'after':null,SOURCE,'op':'t'}",
                "NOT_AN_OBJECT | {'before':null,'after':null,SOURCE,'op':'c'}",
                "deleted | {'a':1,'y':'k','__deleted':'true'}",
                "deleted | {'schema':SCHEMA,'payload':{'a':1,'y':'k','__deleted':'true'}}",
                "{__deleted=false, a=1.0, y=k} | {'a':1,'y':'k','__deleted':'false'}",
                "{a=1.0, y=k} | {EVENT,'data':{'a':1,'y':'k'}}",
                "{a=1.0, y=k} | {'data':{'a':1,'y':'k'},'traceparent':'x',EVENT}",
                "NOT_AN_OBJECT | {EVENT,'data':'PHA+'}",
                "NOT_AN_OBJECT | {EVENT,'data_base64':'PHA+'}",
            })
    void anEnvelopeIsTakenOff(String outcome, String json) {
        assertThat(outcome(SampleFormat.AUTO, json)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{payload.a=1.0} | {'payload':{'a':1}}",
                "{a=1.0, payload.a=1.0} | {'schema':null,'payload':{'a':1},'a':1}",
                "{payload=5.0, schema.type=int32} | {'schema':{'type':'int32'},'payload':5}",
                "{payload.a=1.0, schema=x} | {'schema':'x','payload':{'a':1}}",
                "{after.a=1.0} | {'before':null,'after':{'a':1}}",
                "{after.a=1.0, op=c} | {'before':null,'after':{'a':1},'op':'c'}",
                "{after.a=1.0, op=c, source=x} | {'after':{'a':1},'op':'c','source':'x'}",
                "{after.a=1.0, op=create, source.b=1.0} | {'after':{'a':1},'op':'create','source':{'b':1}}",
                "{op=d, source.b=1.0} | {'op':'d','source':{'b':1}}",
                "{__deleted=1.0, a=1.0} | {'a':1,'__deleted':true}",
                "{data.a=1.0, id=7, source=s, type=t} | {'id':'7','source':'s','type':'t','data':{'a':1}}",
                "{data.a=1.0, id=7, source=s, specversion=9, type=t} | "
                        + "{'specversion':'9','id':'7','source':'s','type':'t','data':{'a':1}}",
                "{data.a=1.0, id=7.0, source=s, specversion=1.0, type=t} | "
                        + "{'specversion':'1.0','id':7,'source':'s','type':'t','data':{'a':1}}",
                "{after=k, y=k} | {'after':'k','y':'k'}",
                "MALFORMED_JSON | {'schema':null,'schema':null,'payload':{'a':1}}",
                "MALFORMED_JSON | {'schema':null,'payload':{'a':1}",
                "MALFORMED_JSON | {'schema':null,'payload':{'a':1}} 2",
                "NOT_AN_OBJECT | [{'schema':null,'payload':{'a':1}}]",
            })
    void aPlainSampleStaysPlainWhateverItsFieldsAreCalled(String outcome, String json) {
        assertThat(outcome(SampleFormat.AUTO, json)).isEqualTo(outcome);
        assertThat(outcome(SampleFormat.JSON, json)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "JSON | {payload.a=1.0} | {'schema':null,'payload':{'a':1}}",
                "JSON | {__deleted=true, a=1.0} | {'a':1,'__deleted':'true'}",
                "CONNECT | {a=1.0} | {'schema':null,'payload':{'a':1}}",
                "CONNECT | {__deleted=true, a=1.0} | {'schema':null,'payload':{'a':1,'__deleted':'true'}}",
                "CONNECT | WRONG_FORMAT | {'a':1}",
                "CONNECT | WRONG_FORMAT | {'schema':null,'payload':{'a':1}",
                "DEBEZIUM | {a=1.0} | {'a':1}",
                "DEBEZIUM | deleted | {'a':1,'__deleted':'true'}",
                "DEBEZIUM | {a=1.0} | {'after':{'a':1},SOURCE,'op':'c'}",
                "DEBEZIUM | {a=1.0} | {'schema':null,'payload':{'after':{'a':1},SOURCE,'op':'c'}}",
                "DEBEZIUM | {data.a=1.0, id=7, source=/s, specversion=1.0, type=t} | {EVENT,'data':{'a':1}}",
                "CLOUDEVENTS | {a=1.0} | {EVENT,'data':{'a':1}}",
                "CLOUDEVENTS | WRONG_FORMAT | {'a':1}",
                "CSV | {a=1.0, c=x, y=k} | 1,x,k",
                "CSV | {a=01.0, c=1.0, y=k} | 01.0,true ,k",
                "CSV | {c=1.0, y=5.0} | ,true,+5.",
                "CSV | WRONG_FORMAT | 1,x",
                "CSV | WRONG_FORMAT | 1,x,k,",
                "CSV | WRONG_FORMAT | {'a':1}",
                "CSV | NO_FEATURES | ,,k",
                "CSV | NON_FINITE | 1e999,x,k",
            })
    void aFormatThatIsAskedForHolds(SampleFormat format, String outcome, String value) {
        assertThat(outcome(format, value)).isEqualTo(outcome);
    }

    @Test
    void oneLineOfCsvIsOneSample() {
        assertThat(outcome(SampleFormat.CSV, "1,x,k\r\n")).isEqualTo("{a=1.0, c=x, y=k}");
        assertThat(outcome(SampleFormat.CSV, "1,\"two\nlines\",größe\n")).isEqualTo("{a=1.0, c=two\nlines, y=größe}");
        for (String bad : new String[] {"", "\n", "1,x,k\n1,x,k\n", "1,\"x,k", "1,\"x\"x,k"}) {
            assertThat(outcome(SampleFormat.CSV, bad)).as(bad).isEqualTo("WRONG_FORMAT");
        }
        assertThat(outcome(SampleFormat.CSV, "1,\u00ff,k", StandardCharsets.ISO_8859_1))
                .isEqualTo("WRONG_FORMAT");
    }

    @Test
    void anEnvelopeIsInUtf8() {
        String json = "{'schema':null,'payload':{'a':1}}";
        assertThat(outcome(SampleFormat.AUTO, json, StandardCharsets.UTF_16)).isEqualTo("{payload.a=1.0}");
        assertThat(outcome(SampleFormat.CONNECT, json, StandardCharsets.UTF_16)).isEqualTo("WRONG_FORMAT");
        assertThat(outcome(SampleFormat.AUTO, "\uFEFF" + json)).isEqualTo("{a=1.0}");
    }

    private static String outcome(SampleFormat format, String value) {
        return outcome(format, value, StandardCharsets.UTF_8);
    }

    /** The fields and the label, or the code, or that it is a deletion; the same from a decoder used before and a new one. */
    private static String outcome(SampleFormat format, String template, Charset charset) {
        String text = template.replace('\'', '"')
                .replace('#', '"')
                .replace("SCHEMA", SCHEMA.replace('\'', '"'))
                .replace("SOURCE", SOURCE.replace('\'', '"'))
                .replace("EVENT", EVENT.replace('\'', '"'));
        SampleDecoder decoder = new SampleDecoder("y", Set.of(), 10_000, format, List.of("a", "c", "y"));
        Sample sample = new Sample();
        String first = read(decoder, text.getBytes(charset), sample);
        assertThat(read(decoder, text.getBytes(charset), sample)).isEqualTo(first);
        return first;
    }

    private static String read(SampleDecoder decoder, byte[] value, Sample sample) {
        TreeMap<String, Object> fields = new TreeMap<>();
        try {
            if (!decoder.decode(value, sample)) {
                return DELETED;
            }
        } catch (RejectedSampleException e) {
            return e.code().name();
        }
        for (int k = 0; k < sample.size(); k++) {
            fields.put(sample.name(k), sample.isText(k) ? sample.text(k) : (Object) sample.number(k));
        }
        if (sample.hasLabel()) {
            fields.put("y", sample.labelText().equals("5") ? 5.0 : sample.labelText());
        }
        return fields.toString();
    }
}
