package io.eddy.wire;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON as it is written, in an array that is used again. Numbers have the characters that Jackson's generator gives. */
final class JsonBytes {
    private static final int LONGEST_NUMBER = 40; // with what is written in whole words behind it
    private static final int FEW = 9; // digits, of a float at most
    private static final int MANY = 17; // of a double
    private static final double LEAST_ROUNDED = 1e-9;
    private static final double MOST_ROUNDED = 1e8;
    private static final long ZEROS = 0x30302E30; // 0.00
    private static final long[] POWERS_OF_TEN = new long[19];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
        }
    }

    private final ShortestDecimal decimal = new ShortestDecimal();
    private byte[] bytes = new byte[512];
    private int size;

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void write(byte[] json) {
        write(json, 0, json.length);
    }

    /** Writes a part of what is JSON already. */
    void write(byte[] json, int from, int to) {
        ensure(to - from);
        System.arraycopy(json, from, bytes, size, to - from);
        size += to - from;
    }

    void write(long number) {
        ensure(LONGEST_NUMBER);
        size = NumberOutput.outputLong(number, bytes, size);
    }

    void write(float number) {
        if (isZeroOrNotFinite(number)) {
            return;
        }
        decimal.of(Math.abs(number));
        writeShortest(FEW);
    }

    void write(double number) {
        if (isZeroOrNotFinite(number)) {
            return;
        }
        decimal.of(Math.abs(number));
        writeShortest(MANY);
    }

    /** Writes a number with {@value #FEW} digits, which mostly are those nearest to it; all of one that is 0, tiny or huge. */
    void writeRounded(double number) {
        if (!(number >= LEAST_ROUNDED && number < MOST_ROUNDED)) {
            write(number);
            return;
        }
        ensure(LONGEST_NUMBER);
        int point = ((Math.getExponent(number) * 1233) >> 12) + 1; // 1233 / 4096 is about the decimal logarithm of 2
        long digits = firstDigits(number, point);
        if (digits >= POWERS_OF_TEN[FEW]) {
            point++;
            digits = firstDigits(number, point);
        }
        write(digits, point, FEW);
    }

    private static long firstDigits(double number, int point) {
        return (long) (number * POWERS_OF_TEN[FEW - point] + 0.5);
    }

    /** Writes the sign of a number, and all of one that has no digits. */
    private boolean isZeroOrNotFinite(double number) {
        ensure(LONGEST_NUMBER);
        if (!Double.isFinite(number)) {
            String name = Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
            write(('"' + name + '"').getBytes(StandardCharsets.US_ASCII));
            return true;
        }
        if (Double.doubleToRawLongBits(number) < 0) {
            bytes[size++] = '-';
        }
        if (number == 0) {
            bytes[size++] = '0';
            bytes[size++] = '.';
            bytes[size++] = '0';
        }
        return number == 0;
    }

    private void writeShortest(int most) {
        int length = length(decimal.digits());
        write(decimal.digits() * POWERS_OF_TEN[most - length], length + decimal.exponent(), most);
    }

    /**
     * Writes digits in the form of {@code Double.toString}.
     *
     * @param point its place among the digits
     * @param count of the digits, zeros behind included
     */
    private void write(long digits, int point, int count) {
        if (point > 0 && point <= 7) {
            withWhole(digits, point, count);
        } else {
            withoutWhole(digits, point, count);
        }
    }

    /** Digits on both sides of the point. */
    private void withWhole(long digits, int point, int count) {
        int from = size;
        int to = digits(from + 1, from + 2, digits, count);
        for (int i = 0; i < point; i++) {
            bytes[from + i] = bytes[from + i + 1];
        }
        bytes[from + point] = '.';
        size = Math.max(to, from + point + 2);
    }

    /** Zeros before the digits, or an exponent behind them: which of the two nobody foresees, so there is no branch. */
    private void withoutWhole(long digits, int point, int count) {
        boolean isScientific = point > 0 || point <= -3;
        ByteWords.put(bytes, size, ZEROS);
        int first = isScientific ? size : size + 2 - point;
        int rest = isScientific ? first + 2 : first + 1;
        int end = Math.max(digits(first, rest, digits, count), isScientific ? rest + 1 : rest);
        ByteWords.put(bytes, end, 'E' | '-' << 8 | ('1' - point) << 16);
        size = isScientific ? end + 3 : end;
        if (point > 0 || point <= -9) { // an exponent that is not one digit below zero
            size = NumberOutput.outputInt(point - 1, bytes, end + 1);
        }
    }

    /**
     * Writes nine or seventeen digits.
     *
     * @param first place of the first
     * @param rest place of the others
     * @return the place behind the last that is not zero
     */
    private int digits(int first, int rest, long digits, int count) {
        long left = digits;
        int end = rest;
        for (int from = rest + count - 9; from >= rest; from -= 8) {
            long block = Digits.of((int) (left % 100_000_000));
            left /= 100_000_000;
            ByteWords.put(bytes, from, block);
            int behind = from + 8 - (Long.numberOfLeadingZeros(block - 0x3030303030303030L) >>> 3);
            end = Math.max(end, behind > from ? behind : rest);
        }
        bytes[first] = (byte) ('0' + left);
        return end;
    }

    private static int length(long digits) {
        int length = ((Long.SIZE - Long.numberOfLeadingZeros(digits)) * 1233) >>> 12;
        return digits >= POWERS_OF_TEN[length] ? length + 1 : length;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
