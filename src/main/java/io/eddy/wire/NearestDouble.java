package io.eddy.wire;

import java.math.BigInteger;

/**
 * The double nearest to a decimal, by one or two multiplications of 64 bits (Eisel and Lemire: <i>Number Parsing at a
 * Gigabyte per Second</i>, 2021; that no third is needed: Mushtak and Lemire, <i>Fast Number Parsing Without
 * Fallback</i>, 2023).
 */
final class NearestDouble {
    private static final int LEAST = -342; // below it all is zero
    private static final int MOST = 308; // and above it infinite
    private static final long[] HIGH = new long[MOST - LEAST + 1]; // powers of five, their highest 128 bits
    private static final long[] LOW = new long[MOST - LEAST + 1];

    private static final int MANTISSA_BITS = 52;
    private static final int DROPPED = 64 - MANTISSA_BITS - 3; // one bit for the leading one, one to round, one spare
    private static final long DROPPED_MASK = (1L << DROPPED) - 1;

    static {
        BigInteger power = BigInteger.ONE;
        for (int q = 0; q <= -LEAST; q++) {
            if (q <= MOST) {
                put(q, power.shiftLeft(128));
            }
            // reciprocals are rounded up, at the last of 128 bits only where that is what makes ties exact
            int bits = q <= 27 ? power.bitLength() + 127 : 2 * power.bitLength() + 128;
            if (q > 0) {
                put(-q, BigInteger.ONE.shiftLeft(bits).divide(power).add(BigInteger.ONE));
            }
            power = power.multiply(BigInteger.valueOf(5));
        }
    }

    private NearestDouble() {}

    private static void put(int q, BigInteger power) {
        BigInteger highest = power.shiftRight(power.bitLength() - 128);
        HIGH[q - LEAST] = highest.shiftRight(64).longValue();
        LOW[q - LEAST] = highest.longValue();
    }

    /**
     * The double nearest to {@code digits} times ten to the {@code exponent}, of two equally near the even one.
     *
     * @param digits unsigned
     * @return NaN where that is subnormal or infinite
     */
    static double of(long digits, int exponent) {
        if (digits == 0) {
            return 0;
        }
        if (exponent < LEAST || exponent > MOST) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long factor = digits << zeros;
        long power = HIGH[exponent - LEAST];
        long high = multiplyHigh(factor, power);
        long low = factor * power;
        if ((high & DROPPED_MASK) == DROPPED_MASK) {
            long more = multiplyHigh(factor, LOW[exponent - LEAST]);
            low += more;
            high += Long.compareUnsigned(more, low) > 0 ? 1 : 0;
        }
        int top = (int) (high >>> 63);
        long mantissa = high >>> (top + DROPPED);
        long power2 = ((217706L * exponent) >> 16) + 63 + top - zeros + Double.MAX_EXPONENT;
        boolean isHalfway = Long.compareUnsigned(low, 1) <= 0
                && exponent >= -4
                && exponent <= 23
                && (mantissa & 3) == 1
                && mantissa << (top + DROPPED) == high;
        if (isHalfway) {
            mantissa--;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa == 2L << MANTISSA_BITS) { // rounded up to the next power of two
            mantissa >>>= 1;
            power2++;
        }
        if (power2 <= 0 || power2 > 2 * Double.MAX_EXPONENT) {
            return Double.NaN;
        }
        return Double.longBitsToDouble((power2 << MANTISSA_BITS) | (mantissa & ((1L << MANTISSA_BITS) - 1)));
    }

    private static long multiplyHigh(long a, long b) { // unsigned
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
