package io.eddy.feature;

import io.eddy.Samples;
import io.eddy.wire.Sample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An encoder with the inputs that it made last, for tests. */
final class Encoding {
    /** Of the stored format. */
    static final int LATEST = Integer.MAX_VALUE;

    private final FeatureSettings settings;
    private final FeatureEncoder encoder;
    private final Inputs inputs = new Inputs();

    Encoding(Map<String, FieldType> types) {
        this(new FeatureSettings(Scaling.STANDARD, 100_000, types, 0, false, false));
    }

    Encoding(FeatureSettings settings) {
        this.settings = settings;
        this.encoder = new FeatureEncoder(settings);
    }

    FeatureEncoder encoder() {
        return encoder;
    }

    Inputs inputs() {
        return inputs;
    }

    boolean encode(String json) {
        return encoder.encode(Samples.decode(json), inputs);
    }

    void learn(String... samples) {
        for (String json : samples) {
            learnOf(null, json);
        }
    }

    void learnOf(String key, String json) {
        Sample sample = sample(key, json);
        if (!encoder.encode(sample, inputs)) {
            encoder.discover(sample);
        }
        encoder.learn(sample, sample.labelKind() == Sample.LabelKind.TEXT);
    }

    static Sample sample(String key, String json) {
        Sample sample = Samples.decode(json);
        sample.setKey(key == null ? null : key.getBytes(StandardCharsets.UTF_8));
        return sample;
    }

    int size() {
        return inputs.of(View.FEATURES).size();
    }

    float value(int k) {
        return inputs.of(View.FEATURES).value(k);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            encoder.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Another one, read from the bytes of this. */
    Encoding stored() {
        Encoding copy = new Encoding(settings);
        try {
            copy.encoder.read(new DataInputStream(new ByteArrayInputStream(bytes())), LATEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }
}
