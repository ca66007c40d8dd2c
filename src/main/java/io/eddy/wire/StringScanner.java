package io.eddy.wire;

/** Finds the end of a plain string, eight bytes at a time, and hashes it on the way. */
final class StringScanner {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // Knuth's golden ratio

    private int hash;
    private boolean ascii;

    /**
     * The place of the quote that ends a string.
     *
     * @param from behind the quote that began it
     * @return -1 where an escape or a control character comes before
     */
    int end(byte[] json, int from) {
        long mixed = 0;
        long all = 0;
        for (int at = from; ; at += 8) {
            long word = ByteWords.get(json, at);
            long stops = stops(word);
            if (stops != 0) {
                int before = Long.numberOfTrailingZeros(stops) >>> 3;
                long rest = word & ~(-1L << (8 * before));
                mixed = (mixed ^ rest) * MULTIPLIER;
                hash = (int) (mixed >>> 32) + at + before - from;
                ascii = ((all | rest) & HIGH) == 0;
                return json[at + before] == '"' ? at + before : -1;
            }
            all |= word;
            mixed = (mixed ^ word) * MULTIPLIER;
            mixed ^= mixed >>> 29;
        }
    }

    /** The high bits of quotes, backslashes and control characters; those behind the first may be wrong. */
    private static long stops(long word) {
        return (zeros(word ^ (ONES * '"')) | zeros(word ^ (ONES * '\\')) | ((word - ONES * ' ') & ~word)) & HIGH;
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }

    /** Of the last string. */
    int hash() {
        return hash;
    }

    /** Whether the last string is ASCII; what is not may be no UTF-8 either. */
    boolean isAscii() {
        return ascii;
    }
}
