package io.eddy.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A {@link Prediction} to JSON bytes, of which only these are new. Not thread safe; one per processor. */
public final class PredictionEncoder {
    private static final JsonFactory JSON = new JsonFactory();

    private static final byte[] PREDICTION = ascii("{\"prediction\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] PROBABILITIES = ascii(",\"probabilities\":{");
    private static final byte[] LABEL = ascii(",\"label\":");
    private static final byte[] LOSS = ascii(",\"loss\":");
    private static final byte[] LEARNED = ascii(",\"learned\":");
    private static final byte[] END = ascii("}");

    private final JsonBytes json = new JsonBytes();
    private String[] names = {}; // of the classes
    private byte[][] members = {}; // what they are in JSON: a comma, the name, a colon

    /** One JSON object; see the README for its fields. */
    public byte[] encode(Prediction prediction) {
        json.clear();
        json.write(PREDICTION);
        if (prediction.isClassification()) {
            classification(prediction);
        } else {
            regression(prediction);
        }
        if (prediction.isAnswered() && prediction.isLabelled()) {
            json.write(LOSS);
            loss(prediction);
        }
        json.write(LEARNED);
        json.write(prediction.learned());
        json.write(END);
        return json.toByteArray();
    }

    private void classification(Prediction prediction) {
        List<String> classes = prediction.classes();
        if (prediction.isAnswered()) {
            writeName(member(prediction.predictedClass(), classes));
            json.write(PROBABILITIES);
            for (int c = 0; c < classes.size(); c++) {
                byte[] member = member(c, classes);
                json.write(member, c == 0 ? 1 : 0, member.length); // no comma before the first
                json.write(prediction.probability(c));
            }
            json.write(END);
        } else {
            json.write(NULL);
        }
        if (prediction.isLabelled()) {
            json.write(LABEL);
            int label = prediction.labelNumber();
            boolean isKnown =
                    label >= 0 && label < classes.size() && classes.get(label).equals(prediction.labelClass());
            writeName(isKnown ? member(label, classes) : member(prediction.labelClass()));
        }
    }

    private void regression(Prediction prediction) {
        if (prediction.isAnswered()) {
            json.write(prediction.predictedValue());
        } else {
            json.write(NULL);
        }
        if (prediction.isLabelled()) {
            json.write(LABEL);
            json.write(prediction.labelValue());
        }
    }

    /** A probability is a float, so that more digits of its logarithm would say nothing. */
    private void loss(Prediction prediction) {
        if (prediction.isClassification()) {
            json.writeRounded(prediction.loss());
        } else {
            json.write(prediction.loss());
        }
    }

    private void writeName(byte[] member) {
        json.write(member, 1, member.length - 1); // without comma and colon
    }

    /** What a class was before, if it still has that name: the names are the same objects, or made anew. */
    @SuppressWarnings("ReferenceEquality")
    private byte[] member(int number, List<String> classes) {
        if (number >= names.length) {
            names = Arrays.copyOf(names, classes.size());
            members = Arrays.copyOf(members, classes.size());
        }
        String name = classes.get(number);
        if (names[number] != name) {
            names[number] = name;
            members[number] = member(name);
        }
        return members[number];
    }

    /** Jackson knows what has to be escaped. */
    private static byte[] member(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(',');
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.writeString(name);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can't fail", e);
        }
        bytes.write(':');
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
