package io.eddy.wire;

import com.fasterxml.jackson.core.io.NumberInput;

/** Reads a number by JSON's grammar, to the double that is nearest to it. */
final class NumberScanner {
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT_INTEGERS = 1L << 53;
    private static final int EXACT_DIGITS = 18; // of a long
    private static final int LONGEST = 200;
    private static final int MOST_EXPONENT_DIGITS = 4;

    private final char[] text = new char[LONGEST];
    private double value;

    /** The number that was read last. */
    double value() {
        return value;
    }

    /**
     * Reads the number that begins at {@code from}.
     *
     * @return the place behind it; -1 where there is none, or one of extraordinary length or size
     */
    int end(byte[] json, int from) {
        int first = json[from] == '-' ? from + 1 : from;
        int at = first;
        long digits = 0;
        for (int digit = json[at] - '0'; isDigit(digit); digit = json[++at] - '0') {
            digits = 10 * digits + digit;
        }
        int count = at - first;
        if (count == 0 || (json[first] == '0' && count > 1)) {
            return -1;
        }
        byte next = json[at];
        if (next == '.' || next == 'e' || next == 'E') {
            return fraction(json, from, at, digits, count);
        }
        if (count > EXACT_DIGITS) {
            return many(json, from, at, 0);
        }
        value = first > from ? -digits : digits; // an integer has no negative zero
        return at;
    }

    /** What follows the digits of a whole number. */
    private int fraction(byte[] json, int from, int whole, long wholeDigits, int wholeCount) {
        int at = whole;
        long digits = wholeDigits;
        int decimals = 0;
        if (json[at] == '.') {
            at++;
            for (long eight = ByteWords.get(json, at); Digits.areEight(eight); eight = ByteWords.get(json, at)) {
                digits = 100_000_000 * digits + Digits.eight(eight);
                at += 8;
            }
            for (int digit = json[at] - '0'; isDigit(digit); digit = json[++at] - '0') {
                digits = 10 * digits + digit;
            }
            decimals = at - whole - 1;
            if (decimals == 0) {
                return -1;
            }
        }
        int power = 0;
        if (json[at] == 'e' || json[at] == 'E') {
            byte sign = json[++at];
            at += sign == '-' || sign == '+' ? 1 : 0;
            int begin = at;
            for (int digit = json[at] - '0'; isDigit(digit); digit = json[++at] - '0') {
                power = 10 * power + digit;
            }
            if (at == begin || at - begin > MOST_EXPONENT_DIGITS) {
                return -1;
            }
            power = sign == '-' ? -power : power;
        }
        if (wholeCount + decimals > EXACT_DIGITS) {
            return many(json, from, at, power);
        }
        int exponent = power - decimals;
        if (digits > EXACT_INTEGERS || Math.abs(exponent) >= POWERS_OF_TEN.length) {
            return rounded(NearestDouble.of(digits, exponent), json, from, at);
        }
        // both are exact, so there is one rounding only (Clinger 1990)
        return rounded(
                exponent < 0 ? digits / POWERS_OF_TEN[-exponent] : digits * POWERS_OF_TEN[exponent], json, from, at);
    }

    private static boolean isDigit(int digit) {
        return digit >= 0 && digit <= 9;
    }

    /** Of more digits than a long has; those after the first 19 rarely matter. */
    private int many(byte[] json, int from, int to, int power) {
        if (to - from > LONGEST) {
            return -1;
        }
        long digits = 0;
        int taken = 0;
        int exponent = power;
        boolean isFraction = false;
        boolean isCut = false;
        for (int at = json[from] == '-' ? from + 1 : from; at < to && (json[at] | 0x20) != 'e'; at++) {
            if (json[at] == '.') {
                isFraction = true;
            } else if (taken <= EXACT_DIGITS) {
                digits = 10 * digits + json[at] - '0';
                taken += digits == 0 ? 0 : 1;
                exponent -= isFraction ? 1 : 0;
            } else {
                isCut |= json[at] != '0';
                exponent += isFraction ? 0 : 1;
            }
        }
        double nearest = NearestDouble.of(digits, exponent);
        boolean isCertain = !isCut || nearest == NearestDouble.of(digits + 1, exponent);
        return rounded(isCertain ? nearest : Double.NaN, json, from, to);
    }

    /** Takes what is nearest to the number in the bytes; where that is not known, it is asked of Jackson. */
    private int rounded(double magnitude, byte[] json, int from, int to) {
        if (!Double.isNaN(magnitude)) {
            value = json[from] == '-' ? -magnitude : magnitude;
            return to;
        }
        int length = to - from;
        for (int i = 0; i < length; i++) {
            text[i] = (char) json[from + i];
        }
        value = NumberInput.parseDouble(text, 0, length, true);
        return Double.isFinite(value) ? to : -1;
    }
}
