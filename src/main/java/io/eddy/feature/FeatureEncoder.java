package io.eddy.feature;

import io.eddy.wire.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns a sample's fields, and the labels before it, into a model's inputs: values to terms by the types of their fields,
 * terms to inputs by the dictionary. {@link #encode} changes nothing; what is new in a sample gets its inputs by {@link
 * #discover}, and its numbers, its fields and its label count after {@link #learn}.
 */
public final class FeatureEncoder {
    private final Scaling scaling;
    private final FieldTable fields;
    private final FieldTerms fieldTerms;
    private final LabelMemory memory;
    private final FeatureDictionary dictionary;
    private long beyondBound;

    private final Terms terms = new Terms(); // of the sample at hand
    private Sample derived; // whose terms they are; null when they are no longer
    private long derivedVersion;

    /** An encoder that knows no field. */
    public FeatureEncoder(FeatureSettings settings) {
        scaling = settings.scaling();
        fields = new FieldTable(settings.types(), settings.most(), settings.levels());
        fieldTerms = new FieldTerms(fields);
        memory = new LabelMemory(settings);
        dictionary = new FeatureDictionary(settings, fields, memory);
    }

    private boolean derive(Sample sample) {
        derived = sample;
        derivedVersion = sample.version();
        terms.clear();
        boolean known = fieldTerms.addTo(terms, sample);
        memory.addTo(terms, sample);
        return known;
    }

    /**
     * Writes the active inputs of the sample into {@code inputs}, which is cleared first.
     *
     * @return whether all that the sample has is known; what is not known is absent in the inputs
     */
    public boolean encode(Sample sample, Inputs inputs) {
        boolean known = derive(sample);
        inputs.clear();
        for (int t = 0; t < terms.size(); t++) {
            int input = dictionary.input(terms, t);
            terms.setInput(t, input);
            known &= input >= 0 || dictionary.isClosedTo(terms.kind(t));
            float value = input >= 0 ? value(t) : 0;
            if (value != 0) {
                inputs.add(input, value, terms.kind(t).view());
            }
        }
        return known;
    }

    private float value(int t) {
        TermKind kind = terms.kind(t);
        double value = terms.value(t);
        return (float)
                (kind.isScaled()
                        ? scaling.scale(value, terms.field(t).scaled(kind).seen)
                        : kind == TermKind.LEVEL ? 1 : value);
    }

    /** Gives inputs to what is new in the sample. */
    public void discover(Sample sample) {
        fields.discover(sample);
        derive(sample);
        dictionary.discover(terms);
        derived = null; // these terms have got no inputs yet
    }

    /**
     * Counts the sample's numbers in the scaling and its fields as present, and remembers its label.
     *
     * @param isClass whether the label is the name of a class, also where it is a number
     */
    public void learn(Sample sample, boolean isClass) {
        if (derived != sample || derivedVersion != sample.version()) {
            derive(sample);
            for (int t = 0; t < terms.size(); t++) {
                terms.setInput(t, dictionary.input(terms, t));
            }
        }
        for (int t = 0; t < terms.size(); t++) {
            int input = terms.input(t);
            boolean own = input >= 0 && !dictionary.isShared(input);
            if (own && terms.kind(t).isScaled()) {
                terms.field(t).scaled(terms.kind(t)).seen.add(terms.value(t));
            }
            beyondBound += own || terms.kind(t).view() != View.FEATURES ? 0 : 1;
        }
        fields.learn();
        memory.remember(sample, isClass);
        derived = null;
    }

    /**
     * The last label learned of the sample's key: a value, or the number of a class, in order of their appearance; NaN if
     * none is remembered, or not by key.
     */
    public double lastOfKey(Sample sample) {
        return memory.lastOfKey(sample);
    }

    /** Inputs that a model needs. */
    public int inputs() {
        return dictionary.inputs();
    }

    /** Inputs of their own that the samples' fields have: numbers, categories and what else becomes of them. */
    public int features() {
        return dictionary.features();
    }

    /** What found no input of its own in labelled samples. */
    public long beyondBound() {
        return beyondBound;
    }

    /** Values of the first 1,000 fields known that labelled samples had since this was made or read. */
    public long valuesPresent() {
        return fields.valuesPresent();
    }

    /** Values of these fields that labelled samples lacked. */
    public long valuesMissing() {
        return fields.valuesMissing();
    }

    /** Writes fields, dictionary, scaling and the labels remembered. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(beyondBound);
        dictionary.write(out);
        memory.write(out);
    }

    /**
     * Reads what {@link #write} wrote into a new encoder.
     *
     * @param version of the format; the first knew numbers and categories only
     */
    public void read(DataInput in, int version) throws IOException {
        beyondBound = in.readLong();
        if (version == 1) {
            dictionary.readFirstVersion(in);
        } else {
            dictionary.read(in, version);
            memory.read(in);
        }
    }
}
