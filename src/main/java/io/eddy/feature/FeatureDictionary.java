package io.eddy.feature;

import io.eddy.wire.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which input of the network a field's value belongs to: one input for a numeric field, one for each category of a field
 * with text. It grows with what appears, up to a bound; beyond that new categories share {@value #SHARED} inputs by their
 * hash (Weinberger et al. 2009), and new numeric fields are left out.
 */
final class FeatureDictionary {
    /** Inputs behind the bound that all later categories share. */
    static final int SHARED = 256;

    static final int UNKNOWN = -1;

    /** A field's numeric input with its statistics, if numbers appeared in it, and its categories' inputs. */
    static final class Field {
        final RunningStatistics statistics = new RunningStatistics();
        int input = UNKNOWN;
        final Map<String, Integer> categories = new HashMap<>();
    }

    /** What one input stands for; {@code category} is null for a numeric one. */
    private record Input(String field, String category) implements Comparable<Input> {
        @Override
        public int compareTo(Input other) {
            int byField = field.compareTo(other.field);
            return byField != 0 ? byField : text().compareTo(other.text());
        }

        private String text() {
            return category == null ? "" : category;
        }
    }

    private final int most;
    private final Map<String, Field> fields = new HashMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private boolean sharing; // the shared inputs are in use

    FeatureDictionary(int most) {
        this.most = most;
    }

    /** The field, or null if it never appeared. */
    Field field(String name) {
        return fields.get(name);
    }

    /** The input of a category, or {@link #UNKNOWN}. */
    int category(String name, String text) {
        Field field = fields.get(name);
        Integer input = field == null ? null : field.categories.get(text);
        if (input != null) {
            return input;
        }
        return sharing ? shared(name, text) : UNKNOWN;
    }

    /**
     * Gives inputs to what is new in the sample. New ones of the same sample are numbered by their names, so that the
     * order of the fields in the JSON does not matter.
     */
    void discover(Sample sample) {
        TreeSet<Input> unknown = new TreeSet<>();
        for (int k = 0; k < sample.size(); k++) {
            String name = sample.name(k);
            if (sample.isText(k)) {
                Field field = fields.get(name);
                if (field == null || !field.categories.containsKey(sample.category(k))) {
                    unknown.add(new Input(name, sample.category(k)));
                }
            } else if (fields.get(name) == null || fields.get(name).input == UNKNOWN) {
                unknown.add(new Input(name, null));
            }
        }
        for (Input input : unknown) {
            if (isFull()) {
                sharing |= input.category != null;
            } else {
                add(input);
            }
        }
    }

    private void add(Input input) {
        Field field = fields.computeIfAbsent(input.field, name -> new Field());
        if (input.category == null) {
            field.input = inputs.size();
        } else {
            field.categories.put(input.category, inputs.size());
        }
        inputs.add(input);
    }

    private boolean isFull() {
        return inputs.size() >= most;
    }

    private int shared(String name, String text) {
        return most + (((31 * name.hashCode() + text.hashCode()) * 0x9E3779B9) >>> 7) % SHARED;
    }

    /** Inputs that the network needs. */
    int inputs() {
        return sharing ? most + SHARED : inputs.size();
    }

    /** Numeric fields and categories that have an input of their own. */
    int features() {
        return inputs.size();
    }

    boolean isShared(int input) {
        return input >= most;
    }

    /** Writes what each input stands for, in order, and the statistics of numeric ones. */
    void write(DataOutput out) throws IOException {
        out.writeBoolean(sharing);
        out.writeInt(inputs.size());
        for (Input input : inputs) {
            out.writeUTF(input.field);
            out.writeBoolean(input.category != null);
            if (input.category != null) {
                out.writeUTF(input.category);
            } else {
                fields.get(input.field).statistics.write(out);
            }
        }
    }

    /** Reads what {@link #write} wrote into an empty dictionary. */
    void read(DataInput in, int version) throws IOException {
        sharing = in.readBoolean();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            String field = in.readUTF();
            String category = in.readBoolean() ? in.readUTF() : null;
            add(new Input(field, category));
            if (category == null) {
                fields.get(field).statistics.read(in, version);
            }
        }
    }
}
