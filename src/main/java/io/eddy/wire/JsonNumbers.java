package io.eddy.wire;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as text, the same characters on every JDK ({@code Double.toString} changed between 17 and 19). */
public final class JsonNumbers {
    private static final double EXACT_INTEGERS = 0x1p53;

    private JsonNumbers() {}

    /** The shortest decimal that is this number; whole numbers without a fraction. */
    public static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS;
        return whole ? Long.toString((long) value) : NumberOutput.toString(value, true);
    }
}
