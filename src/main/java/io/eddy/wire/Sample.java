package io.eddy.wire;

import java.util.Arrays;

/**
 * One decoded sample: its fields as flat columns, and its label. Reused from record to record; nothing in it outlives
 * the record.
 *
 * <p>A field is a number or a text. Booleans are the numbers 0 and 1; missing fields are not here.
 */
public final class Sample {
    /** What the label is in the JSON. */
    public enum LabelKind {
        /** No label: the sample is only predicted. */
        NONE,
        TEXT,
        BOOLEAN,
        NUMBER
    }

    private String[] names = new String[16];
    private double[] numbers = new double[16];
    private String[] texts = new String[16]; // null where the field is a number
    private int size;
    private LabelKind labelKind = LabelKind.NONE;
    private String labelText;
    private double labelNumber;

    /** Forgets everything. */
    public void clear() {
        size = 0;
        labelKind = LabelKind.NONE;
        labelText = null;
    }

    void addNumber(String name, double value) {
        add(name, value, null);
    }

    void addText(String name, String value) {
        add(name, 0, value);
    }

    private void add(String name, double number, String text) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
            texts = Arrays.copyOf(texts, 2 * size);
        }
        names[size] = name;
        numbers[size] = number;
        texts[size] = text;
        size++;
    }

    void setLabel(LabelKind kind, String text, double number) {
        labelKind = kind;
        labelText = text;
        labelNumber = number;
    }

    /** The number of fields, without the label. */
    public int size() {
        return size;
    }

    /** The flattened name of field {@code k}. */
    public String name(int k) {
        return names[k];
    }

    public boolean isText(int k) {
        return texts[k] != null;
    }

    public double number(int k) {
        return numbers[k];
    }

    public String text(int k) {
        return texts[k];
    }

    public LabelKind labelKind() {
        return labelKind;
    }

    public boolean hasLabel() {
        return labelKind != LabelKind.NONE;
    }

    /** The label as the name of a class; the same for 1 and 1.0. */
    public String labelText() {
        return labelText != null ? labelText : JsonNumbers.text(labelNumber);
    }

    /** The label as a number, where {@link #labelKind} is {@code NUMBER}. */
    public double labelNumber() {
        return labelNumber;
    }
}
