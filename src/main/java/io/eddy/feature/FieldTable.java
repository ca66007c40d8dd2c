package io.eddy.feature;

import io.eddy.wire.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields in the order in which they appeared, up to a bound: what their values are, and how often they were there. */
final class FieldTable {
    /** Fields whose absence is watched for: the first ones. */
    static final int WATCHED = 1_000;

    private static final int LEAST_PRESENT = 30;
    private static final int LEVELLED = 64; // the first fields only: a sample of pixels needs none
    private static final int MOST_LEVELS = 32;
    private static final double LARGEST_LEVEL = 1_000;

    private final Map<String, FieldType> given;
    private final int most;
    private final boolean levels;
    private final Map<String, Field> byName = new HashMap<>();
    private final List<Field> fields = new ArrayList<>();
    private String[] lastNames = new String[16]; // by their places in the last samples
    private Field[] lastFields = new Field[16];
    private long labelled; // samples
    private long mark; // of the sample at hand
    private long valuesPresent; // in labelled samples since this table was made or read
    private long valuesMissing;

    /** @param levels whether each of a number's few values gets an input */
    FieldTable(Map<String, FieldType> given, int most, boolean levels) {
        this.levels = levels;
        this.given = given;
        this.most = most;
    }

    /** The field of a value; if it never appeared, what it would be, without any input. */
    Field find(Sample sample, int k) {
        String name = sample.name(k);
        if (k < lastNames.length && name.equals(lastNames[k])) {
            return lastFields[k];
        }
        Field field = byName.get(name);
        if (field != null) {
            rememberPlace(k, field, name);
        }
        return field == null ? fresh(sample, k) : field;
    }

    /** Most samples have the same fields in the same order, and their decoder the same strings. */
    private void rememberPlace(int k, Field field, String name) {
        if (k >= lastNames.length) {
            lastNames = Arrays.copyOf(lastNames, 2 * k + 16);
            lastFields = Arrays.copyOf(lastFields, lastNames.length);
        }
        lastNames[k] = name;
        lastFields[k] = field;
    }

    private Field fresh(Sample sample, int k) {
        String name = sample.name(k);
        boolean isEpoch = !sample.isText(k) && PointInTime.isEpoch(name, sample.number(k));
        FieldType type;
        if (!sample.isText(k)) {
            type = isEpoch ? FieldType.TIME : FieldType.NUMBER;
        } else if (PointInTime.parse(sample.text(k)) != null) {
            type = FieldType.TIME;
        } else {
            type = Words.isSentence(sample.text(k)) ? FieldType.TEXT : FieldType.CATEGORICAL;
        }
        return field(name, type, isEpoch);
    }

    private Field field(String name, FieldType type, boolean isEpoch) {
        FieldType override = given.get(name);
        return override == null
                ? new Field(name, fields.size(), type, false, isEpoch)
                : new Field(name, fields.size(), override, true, override == FieldType.TIME);
    }

    /** What the value is, seen beside those before. */
    static FieldType type(Field field, Sample sample, int k) {
        boolean isOpen = !field.isGiven && (field.type == FieldType.NUMBER || field.type == FieldType.CATEGORICAL);
        return isOpen && sample.isText(k) && Words.isSentence(sample.text(k)) ? FieldType.TEXT : field.type;
    }

    /** Whether the field of a value is known, with the type that it has; or there is no room to know more. */
    boolean isKnown(Field field, FieldType type) {
        return field.type == type && (fields.size() >= most || contains(field));
    }

    /** Whether it is one of those that are known. */
    boolean contains(Field field) {
        return field.number < fields.size() && fields.get(field.number) == field;
    }

    /** Takes in new fields of a sample, by their names, and what became a text. */
    void discover(Sample sample) {
        TreeMap<String, Field> unknown = new TreeMap<>();
        for (int k = 0; k < sample.size(); k++) {
            Field field = find(sample, k);
            if (contains(field)) {
                field.type = type(field, sample, k);
            } else {
                unknown.put(field.name, field);
            }
        }
        for (Field field : unknown.values()) {
            if (fields.size() < most) {
                add(field(field.name, field.type, field.isEpoch));
            }
        }
        for (int k = 0; k < sample.size(); k++) {
            Field field = find(sample, k);
            field.isContinuous |= !sample.isText(k) && !isLevel(field, sample, k);
        }
    }

    private Field add(Field field) {
        field.isContinuous = !levels || fields.size() >= LEVELLED;
        byName.put(field.name, field);
        fields.add(field);
        return field;
    }

    /** Whether a number is one of few values, or may become one. */
    private static boolean isLevel(Field field, Sample sample, int k) {
        double value = sample.number(k);
        return !field.isContinuous
                && Math.abs(value) <= LARGEST_LEVEL
                && 2 * value == Math.rint(2 * value)
                && (field.level(value) != Field.UNKNOWN || field.levels() < MOST_LEVELS);
    }

    /** Before the values of a sample are gone through. */
    void begin() {
        mark++;
    }

    /** The sample at hand has the field. */
    void see(Field field) {
        field.lastSeen = mark;
    }

    /** Whether fewer than half of the labelled samples so far had it; of the first fields only. */
    boolean isSeldom(Field field) {
        return 2 * field.present < labelled && labelled >= LEAST_PRESENT && field.number < WATCHED && contains(field);
    }

    /** Adds what most labelled samples so far had, and the sample at hand has not. */
    void addMissing(Terms terms) {
        for (int f = 0; f < fields.size() && f < WATCHED; f++) {
            Field field = fields.get(f);
            if (field.lastSeen != mark && field.present >= LEAST_PRESENT && 2 * field.present > labelled) {
                terms.addNamed(TermKind.MISSING, field, "", 1);
            }
        }
    }

    /** Counts the sample at hand as a labelled one. */
    void learn() {
        labelled++;
        int watched = Math.min(fields.size(), WATCHED);
        int seen = 0;
        for (int f = 0; f < watched; f++) {
            if (fields.get(f).lastSeen == mark) {
                fields.get(f).present++;
                seen++;
            }
        }
        valuesPresent += seen;
        valuesMissing += watched - seen;
    }

    /** Values of watched fields that labelled samples had since this table was made or read. */
    long valuesPresent() {
        return valuesPresent;
    }

    /** Values of watched fields that they lacked. */
    long valuesMissing() {
        return valuesMissing;
    }

    Field get(int number) {
        return fields.get(number);
    }

    /** The field as the first version of the format knows it, by its first input. */
    Field ofFirstVersion(String name, boolean isCategory) {
        Field field = byName.get(name);
        return field != null ? field : add(field(name, isCategory ? FieldType.CATEGORICAL : FieldType.NUMBER, false));
    }

    /** Writes each field's name, type and count, in order. */
    void write(DataOutput out) throws IOException {
        out.writeLong(labelled);
        out.writeInt(fields.size());
        for (Field field : fields) {
            out.writeUTF(field.name);
            out.writeUTF(field.type.name());
            out.writeBoolean(field.isEpoch);
            out.writeBoolean(field.isContinuous);
            if (field.number < WATCHED) {
                out.writeLong(field.present);
            }
        }
    }

    /** Reads what {@link #write} wrote into an empty table. */
    void read(DataInput in) throws IOException {
        labelled = in.readLong();
        int size = in.readInt();
        for (int f = 0; f < size; f++) {
            String name = in.readUTF();
            FieldType type = FieldType.valueOf(in.readUTF());
            Field field = add(field(name, type, in.readBoolean()));
            field.isContinuous = in.readBoolean();
            field.present = f < WATCHED ? in.readLong() : 0;
        }
    }
}
