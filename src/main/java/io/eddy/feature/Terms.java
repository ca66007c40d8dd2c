package io.eddy.feature;

import java.util.Arrays;

/** What a sample's fields come to, before it is known which inputs these are. Reused from sample to sample. */
final class Terms {
    private TermKind[] kinds = new TermKind[16];
    private Field[] fields = new Field[16];
    private String[] names = new String[16];
    private double[] values = new double[16];
    private int size;

    void clear() {
        size = 0;
    }

    /** A number that is to be scaled. */
    void addScaled(TermKind kind, Field field, double number) {
        add(kind, field, "", number);
    }

    /** One of a field's names, categories for the most part, with its weight. */
    void addNamed(TermKind kind, Field field, String name, double weight) {
        add(kind, field, name, weight);
    }

    private void add(TermKind kind, Field field, String name, double value) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            fields = Arrays.copyOf(fields, 2 * size);
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        kinds[size] = kind;
        fields[size] = field;
        names[size] = name;
        values[size] = value;
        size++;
    }

    int size() {
        return size;
    }

    TermKind kind(int t) {
        return kinds[t];
    }

    Field field(int t) {
        return fields[t];
    }

    /** Empty where the number is scaled. */
    String name(int t) {
        return names[t];
    }

    double value(int t) {
        return values[t];
    }
}
