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

    /** Characters of a category's name; a longer text goes by its beginning and its hash. */
    static final int LONGEST_CATEGORY = 256;

    private final NumberTexts numberTexts = new NumberTexts();
    private String[] names = new String[16];
    private double[] numbers = new double[16];
    private String[] texts = new String[16]; // null where the field is a number
    private int size;
    private LabelKind labelKind = LabelKind.NONE;
    private String labelText;
    private double labelNumber;
    private long keyHash;
    private long version;

    /** Forgets everything. */
    public void clear() {
        size = 0;
        keyHash = 0;
        version++;
        labelKind = LabelKind.NONE;
        labelText = null;
    }

    void addNumber(String name, double value) {
        int k = add(name);
        numbers[k] = value;
        if (texts[k] != null) { // a reference costs more to write than to read
            texts[k] = null;
        }
    }

    void addText(String name, String value) {
        int k = add(name);
        numbers[k] = 0;
        texts[k] = value;
    }

    @SuppressWarnings("ReferenceEquality") // of the last sample's name: mostly the same one
    private int add(String name) {
        int k = size;
        if (k == names.length) {
            names = Arrays.copyOf(names, 2 * k);
            numbers = Arrays.copyOf(numbers, 2 * k);
            texts = Arrays.copyOf(texts, 2 * k);
        }
        if (names[k] != name) {
            names[k] = name;
        }
        size = k + 1;
        return k;
    }

    /**
     * Sets the key that the sample's record has, which the value does not know: call it after decoding.
     *
     * @param key null where there is none
     */
    public void setKey(byte[] key) {
        keyHash = key == null ? 0 : KeyHash.of(key);
        version++;
    }

    /** Another number when this object has become another sample. */
    public long version() {
        return version;
    }

    /** 64 bits that stand for the record's key; 0 where there is none. */
    public long keyHash() {
        return keyHash;
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

    /**
     * The flattened name of field {@code k}. A decoder gives a field the same object in each sample, but for the rare
     * case that it forgets its names because they became too many: compare with {@code ==} first, then by
     * {@code equals}.
     */
    public String name(int k) {
        return names[k];
    }

    public boolean isText(int k) {
        return texts[k] != null;
    }

    public double number(int k) {
        return numbers[k];
    }

    /** The whole text, where {@link #isText} is true. */
    public String text(int k) {
        return texts[k];
    }

    /** The value as the name of a category: the same for 1 and 1.0, and of bounded length. */
    public String category(int k) {
        String text = texts[k];
        if (text == null) {
            return numberTexts.text(numbers[k]);
        }
        return text.length() <= LONGEST_CATEGORY
                ? text
                : text.substring(0, LONGEST_CATEGORY - 32) + '#' + text.length() + '#' + text.hashCode();
    }

    public LabelKind labelKind() {
        return labelKind;
    }

    public boolean hasLabel() {
        return labelKind != LabelKind.NONE;
    }

    /** The label as the name of a class; the same for 1 and 1.0. */
    public String labelText() {
        return labelText != null ? labelText : numberTexts.text(labelNumber);
    }

    /** The label as a number, where {@link #labelKind} is {@code NUMBER}. */
    public double labelNumber() {
        return labelNumber;
    }
}
