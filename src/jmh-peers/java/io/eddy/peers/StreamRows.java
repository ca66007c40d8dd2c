package io.eddy.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.yahoo.labs.samoa.instances.Attribute;
import com.yahoo.labs.samoa.instances.Instance;
import com.yahoo.labs.samoa.instances.InstancesHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import moa.options.ClassOption;
import moa.options.OptionHandler;
import moa.streams.ExampleStream;
import moa.streams.InstanceStream;

/**
 * A stream of rows with classes, as MOA takes them and as Eddy does.
 *
 * @param instances of MOA
 * @param samples the same as JSON, whose label is {@link #LABEL}
 */
record StreamRows(String name, InstancesHeader header, List<Instance> instances, List<byte[]> samples) {
    static final String LABEL = "label";

    private static final JsonFactory JSON = new JsonFactory();

    /** Rows of one of MOA's generators, given as on MOA's command line. */
    static StreamRows generated(String name, String generator, int rows) {
        InstanceStream stream;
        try {
            stream = (InstanceStream) ClassOption.cliStringToObject(generator, ExampleStream.class, null);
        } catch (Exception e) {
            throw new IllegalArgumentException("MOA knows no generator " + generator, e);
        }
        ((OptionHandler) stream).prepareForUse();
        return of(
                name,
                stream.getHeader(),
                IntStream.range(0, rows)
                        .mapToObj(r -> stream.nextInstance().getData())
                        .toList());
    }

    static StreamRows of(String name, InstancesHeader header, List<Instance> instances) {
        return new StreamRows(
                name,
                header,
                instances,
                instances.stream().map(StreamRows::json).toList());
    }

    /** What is missing is left out. */
    private static byte[] json(Instance row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (int a = 0; a < row.numAttributes(); a++) {
                Attribute attribute = row.attribute(a);
                String name = a == row.classIndex() ? LABEL : attribute.name();
                if (row.isMissing(a)) {
                    continue;
                }
                if (attribute.isNominal()) {
                    json.writeStringField(name, attribute.value((int) row.value(a)));
                } else {
                    json.writeNumberField(name, row.value(a));
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
