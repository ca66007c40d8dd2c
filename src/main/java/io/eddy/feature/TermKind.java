package io.eddy.feature;

import java.io.IOException;

/** What an input can stand for. Two kinds of the same field never meet in an input of their own. */
enum TermKind {
    /** The field's number, scaled. */
    NUMBER(0),
    /** One category of the field. */
    CATEGORY(1),
    /** The field is not there, and usually is. */
    MISSING(2),
    /** The sine or cosine of a point in time within its day, week or year. */
    CYCLE(3),
    /** Days since 1970, scaled. */
    DAY(4),
    /** One group of words. */
    WORDS(5),
    /** The number that was the label so many samples before, scaled. */
    LAG_NUMBER(6),
    /** The class that was the label so many samples before. */
    LAG_CLASS(7),
    /** One value of a number that has few. */
    LEVEL(8),
    /** The field's number is there, and usually is not. */
    PRESENT(9);

    /** Of the stored bytes. */
    final int code;

    TermKind(int code) {
        this.code = code;
    }

    static TermKind of(int code) throws IOException {
        for (TermKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IOException("no input has the kind " + code);
    }

    /** One input of the field, whose value is scaled by what was seen; the others have an input for each name. */
    boolean isScaled() {
        return this == NUMBER || this == DAY || this == LAG_NUMBER;
    }

    /** Whether what is beyond the bound goes to an input that it shares by its hash. */
    boolean isShared() {
        return this == CATEGORY || this == WORDS || this == LAG_CLASS;
    }

    /** The first view that shows it. */
    View view() {
        return this == LEVEL ? View.LEVELS : isMemory() ? View.MEMORY : View.FEATURES;
    }

    /** Whether it is of labels before, not of the sample's own fields. */
    boolean isMemory() {
        return this == LAG_NUMBER || this == LAG_CLASS;
    }
}
