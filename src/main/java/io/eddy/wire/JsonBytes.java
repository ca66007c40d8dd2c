package io.eddy.wire;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON as it is written, in an array that is used again. Numbers have the characters that Jackson's generator gives. */
final class JsonBytes {
    private static final int LONGEST_NUMBER = 40; // with what is written in whole words behind it
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
        write(decimal.digits(), decimal.exponent(), 9);
    }

    void write(double number) {
        if (isZeroOrNotFinite(number)) {
            return;
        }
        decimal.of(Math.abs(number));
        write(decimal.digits(), decimal.exponent(), 17);
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

    /** Writes digits times ten to an exponent in the form of {@code Double.toString}. */
    private void write(long digits, int exponent, int most) {
        int length = length(digits);
        int point = length + exponent; // its place among the digits
        int from = size;
        boolean isScientific = point > 7 || point <= -3;
        int whole = isScientific ? 1 : point;
        if (whole > 0) {
            int to = digits(from + 1, digits * POWERS_OF_TEN[most - length], most);
            for (int i = 0; i < whole; i++) {
                bytes[from + i] = bytes[from + i + 1];
            }
            bytes[from + whole] = '.';
            size = Math.max(to, from + whole + 2);
        } else {
            ByteWords.put(bytes, from, ZEROS);
            size = digits(from + 2 - point, digits * POWERS_OF_TEN[most - length], most);
        }
        if (isScientific) {
            bytes[size++] = 'E';
            size = NumberOutput.outputInt(point - 1, bytes, size);
        }
    }

    /** Writes nine or seventeen digits, and returns the place behind the last that is not zero. */
    private int digits(int at, long digits, int count) {
        long rest = digits;
        int end = at + 1;
        for (int from = at + count - 8; from > at; from -= 8) {
            long block = Digits.of((int) (rest % 100_000_000));
            rest /= 100_000_000;
            ByteWords.put(bytes, from, block);
            if (end == at + 1) {
                long significant = block - 0x3030303030303030L;
                end = significant == 0 ? end : from + 8 - (Long.numberOfLeadingZeros(significant) >>> 3);
            }
        }
        bytes[at] = (byte) ('0' + rest);
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
