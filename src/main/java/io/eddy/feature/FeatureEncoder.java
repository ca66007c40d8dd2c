package io.eddy.feature;

import io.eddy.feature.FeatureDictionary.Field;
import io.eddy.network.SparseVector;
import io.eddy.wire.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns a sample's fields into the network's inputs. {@link #encode} changes nothing; what is new in a sample gets its
 * inputs by {@link #discover}, and its numbers count in the scaling after {@link #learn}.
 */
public final class FeatureEncoder {
    private final Scaling scaling;
    private final FeatureDictionary dictionary;
    private long beyondBound;

    /**
     * @param scaling of numbers
     * @param most features with an input of their own
     */
    public FeatureEncoder(Scaling scaling, int most) {
        this.scaling = scaling;
        this.dictionary = new FeatureDictionary(most);
    }

    /**
     * Writes the active inputs of the sample into {@code vector}, which is cleared first.
     *
     * @return whether all that the sample has is known; what is not known is absent in the vector
     */
    public boolean encode(Sample sample, SparseVector vector) {
        vector.clear();
        boolean known = true;
        for (int k = 0; k < sample.size(); k++) {
            if (sample.isText(k)) {
                int input = dictionary.category(sample.name(k), sample.category(k));
                known &= input >= 0;
                if (input >= 0) {
                    vector.add(input, 1);
                }
            } else {
                Field field = dictionary.field(sample.name(k));
                boolean hasInput = field != null && field.input >= 0;
                known &= hasInput;
                float value = hasInput ? (float) scaling.scale(sample.number(k), field.statistics) : 0;
                if (value != 0) {
                    vector.add(field.input, value);
                }
            }
        }
        return known;
    }

    /** Gives inputs to what is new in the sample. */
    public void discover(Sample sample) {
        dictionary.discover(sample);
    }

    /** Counts the sample's numbers in the scaling. */
    public void learn(Sample sample) {
        for (int k = 0; k < sample.size(); k++) {
            if (sample.isText(k)) {
                beyondBound += dictionary.isShared(dictionary.category(sample.name(k), sample.category(k))) ? 1 : 0;
                continue;
            }
            Field field = dictionary.field(sample.name(k));
            if (field != null && field.input >= 0) {
                field.statistics.add(sample.number(k));
            } else {
                beyondBound++;
            }
        }
    }

    /** Inputs that the network needs. */
    public int inputs() {
        return dictionary.inputs();
    }

    /** Numeric fields and categories that have an input of their own. */
    public int features() {
        return dictionary.features();
    }

    /** Values in labelled samples that found no input of their own. */
    public long beyondBound() {
        return beyondBound;
    }

    /** Writes dictionary and scaling. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(beyondBound);
        dictionary.write(out);
    }

    /** Reads what {@link #write} wrote into a new encoder. */
    public void read(DataInput in, int version) throws IOException {
        beyondBound = in.readLong();
        dictionary.read(in, version);
    }
}
