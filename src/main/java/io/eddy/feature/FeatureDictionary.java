package io.eddy.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Which input a term belongs to: one for what is scaled, one for each name of what is named. It grows with what appears,
 * up to a bound; beyond that new categories share {@value #SHARED} inputs by their hash (Weinberger et al. 2009), and new
 * numbers are left out.
 */
final class FeatureDictionary {
    /** Inputs behind the bound that all later categories share. */
    static final int SHARED = 256;

    static final int UNKNOWN = Field.UNKNOWN;

    /** What one input stands for; {@code name} is empty where it is scaled. */
    private record Input(TermKind kind, Field field, String name) {
        // so that neither the order of the fields in the JSON nor a hash matters
        static final Comparator<Input> ORDER = Comparator.<Input, Boolean>comparing(input -> input.kind.isMemory())
                .thenComparing(input -> input.field.name)
                .thenComparing(Input::kind)
                .thenComparing(Input::name);
    }

    private final int most;
    private final boolean mayBeLogarithmic;
    private final FieldTable fields;
    private final LabelMemory memory;
    private final List<Input> inputs = new ArrayList<>();
    private int features; // inputs without those of the memory
    private boolean sharing; // the shared inputs are in use

    FeatureDictionary(FeatureSettings settings, FieldTable fields, LabelMemory memory) {
        this.most = settings.most();
        this.mayBeLogarithmic = settings.scaling() == Scaling.STANDARD;
        this.fields = fields;
        this.memory = memory;
    }

    /** The input of a term, or {@link #UNKNOWN}. */
    int input(Terms terms, int t) {
        TermKind kind = terms.kind(t);
        if (kind.isScaled()) {
            Field.Scaled scaled = terms.field(t).scaled(kind);
            return scaled == null ? UNKNOWN : scaled.input;
        }
        if (kind == TermKind.LEVEL) {
            return terms.field(t).level(terms.value(t));
        }
        int input = terms.field(t).named(kind, terms.name(t));
        return input == UNKNOWN && sharing && kind.isShared()
                ? shared(kind, terms.field(t).name, terms.name(t))
                : input;
    }

    private boolean isFull() {
        return inputs.size() >= most;
    }

    /** Whether a term of that kind which has no input won't get one. */
    boolean isClosedTo(TermKind kind) {
        return isFull() && (!kind.isShared() || sharing);
    }

    /** Gives inputs to terms of known fields that have none. */
    void discover(Terms terms) {
        TreeSet<Input> unknown = new TreeSet<>(Input.ORDER);
        for (int t = 0; t < terms.size(); t++) {
            int input = input(terms, t);
            if (input == UNKNOWN || isShared(input)) {
                unknown.add(new Input(terms.kind(t), terms.field(t), terms.name(t)));
            }
        }
        for (Input input : unknown) {
            if (isFull() || !isKnown(input)) {
                sharing |= input.kind.isShared();
            } else {
                add(input);
            }
        }
    }

    private boolean isKnown(Input input) {
        return input.kind.isMemory() || fields.contains(input.field);
    }

    private Field.Scaled add(Input input) {
        int number = inputs.size();
        inputs.add(input);
        features += input.kind.isMemory() ? 0 : 1;
        if (input.kind.isScaled()) {
            return input.field.addScaled(input.kind, number, mayBeLogarithmic);
        }
        input.field.addNamed(input.kind, input.name, number);
        return null;
    }

    private int shared(TermKind kind, String field, String name) {
        int hash = 31 * field.hashCode() + name.hashCode() + (kind.code - TermKind.CATEGORY.code) * 0x85EBCA6B;
        return most + ((hash * 0x9E3779B9) >>> 7) % SHARED;
    }

    /** Inputs that a model needs. */
    int inputs() {
        return sharing ? most + SHARED : inputs.size();
    }

    /** Inputs of their own that the samples' fields have. */
    int features() {
        return features;
    }

    boolean isShared(int input) {
        return input >= most;
    }

    /** Writes the fields, then what each input stands for, in order, with the statistics of scaled ones. */
    void write(DataOutput out) throws IOException {
        fields.write(out);
        out.writeBoolean(sharing);
        out.writeInt(inputs.size());
        for (Input input : inputs) {
            out.writeByte(input.kind.code);
            out.writeInt(input.field.number);
            if (input.kind.isScaled()) {
                input.field.scaled(input.kind).seen.write(out);
            } else {
                out.writeUTF(input.name);
            }
        }
    }

    /** Reads what {@link #write} wrote into an empty dictionary, of any version of the format but the first. */
    void read(DataInput in, int version) throws IOException {
        fields.read(in);
        sharing = in.readBoolean();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            TermKind kind = TermKind.of(in.readByte());
            int number = in.readInt();
            Field field = kind.isMemory() ? memory.field(number) : fields.get(number);
            Field.Scaled scaled = add(new Input(kind, field, kind.isScaled() ? "" : in.readUTF()));
            if (scaled != null) {
                scaled.seen.read(in, version);
            }
        }
    }

    /** Reads what the first version of the format has of fields, numbers and categories. */
    void readFirstVersion(DataInput in) throws IOException {
        sharing = in.readBoolean();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            String name = in.readUTF();
            boolean isCategory = in.readBoolean();
            Field field = fields.ofFirstVersion(name, isCategory);
            if (isCategory) {
                add(new Input(TermKind.CATEGORY, field, in.readUTF()));
            } else {
                add(new Input(TermKind.NUMBER, field, "")).seen.read(in, 1);
            }
        }
    }
}
