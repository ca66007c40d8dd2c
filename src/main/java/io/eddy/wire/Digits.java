package io.eddy.wire;

/** Eight decimal digits at once, as they stand in eight bytes, the first one lowest. */
final class Digits {
    private Digits() {}

    static boolean areEight(long word) {
        // of each byte: 0x30 to 0x3F, and not over '9'
        return ((word & 0xF0F0F0F0F0F0F0F0L) | (((word + 0x0606060606060606L) & 0xF0F0F0F0F0F0F0F0L) >>> 4))
                == 0x3333333333333333L;
    }

    /** Pairs, then fours, then all eight (Lemire 2018). */
    static int eight(long word) {
        long digits = word - 0x3030303030303030L;
        long pairs = digits * 10 + (digits >>> 8);
        long low = (pairs & 0x000000FF000000FFL) * 0x000F424000000064L;
        long high = ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L;
        return (int) ((low + high) >>> 32);
    }

    /** The eight digits of a number below 10^8, zeros before it included: what {@link #eight} is the way back of. */
    static long of(int number) {
        long fours = number / 10_000 | (long) (number % 10_000) << 32;
        long hundreds = ((fours * 10_486) >>> 20) & 0x0000007F0000007FL;
        long pairs = hundreds | (fours - 100 * hundreds) << 16;
        long tens = ((pairs * 103) >>> 10) & 0x000F000F000F000FL;
        return (tens | (pairs - 10 * tens) << 8) + 0x3030303030303030L;
    }
}
