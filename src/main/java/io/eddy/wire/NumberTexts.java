package io.eddy.wire;

/**
 * Texts of numbers, so that one that comes again is not made again. Each has one place in a table of a fixed size, and
 * goes when another takes it.
 */
final class NumberTexts {
    private static final int PLACES = 1024; // a power of two
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // Knuth's golden ratio

    private final long[] bits = new long[PLACES];
    private final String[] texts = new String[PLACES];

    /** As {@link JsonNumbers#text} has it. */
    String text(double number) {
        long asked = Double.doubleToRawLongBits(number);
        int place = (int) ((asked * MULTIPLIER) >>> (1 + Long.numberOfLeadingZeros(PLACES)));
        if (bits[place] != asked || texts[place] == null) {
            bits[place] = asked;
            texts[place] = JsonNumbers.text(number);
        }
        return texts[place];
    }
}
