package io.eddy.feature;

import io.eddy.wire.JsonNumbers;
import java.util.Arrays;

/** What a sample's fields come to, before it is known which inputs these are. Reused from sample to sample. */
final class Terms {
    private TermKind[] kinds = new TermKind[16];
    private Field[] fields = new Field[16];
    private String[] names = new String[16];
    private double[] values = new double[16];
    private int[] inputs = new int[16];
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

    /** One of the few values of a number. */
    void addLevel(Field field, double number) {
        add(TermKind.LEVEL, field, "", number);
    }

    private void add(TermKind kind, Field field, String name, double value) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            fields = Arrays.copyOf(fields, 2 * size);
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            inputs = Arrays.copyOf(inputs, 2 * size);
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
        return kinds[t] == TermKind.LEVEL ? JsonNumbers.text(values[t]) : names[t];
    }

    /** The number that is to be scaled, or that is a level; or what a name weighs. */
    double value(int t) {
        return values[t];
    }

    /** The input that the term was found to belong to. */
    int input(int t) {
        return inputs[t];
    }

    void setInput(int t, int input) {
        inputs[t] = input;
    }
}
