package io.eddy.wire;

import java.math.BigInteger;

/**
 * The shortest decimal that is rounded to a float or double, and of those the nearest: Raffaello Giulietti's
 * <i>Schubfach way to render doubles</i> (2020), the method of {@code Double.toString} since JDK 19 and of Jackson, but
 * with the digits of a number in a field and not in a text. What the symbols mean is said there.
 */
final class ShortestDecimal {
    private static final int K_MIN = -324;
    private static final int K_MAX = 292;
    private static final long[] G1 = new long[K_MAX - K_MIN + 1]; // 10^-k in 126 bits, rounded up: the higher 63
    private static final long[] G0 = new long[K_MAX - K_MIN + 1]; // the lower 63
    private static final long LOW = Long.MAX_VALUE;

    private static final int FLOAT_BITS = 24; // of the significand
    private static final int DOUBLE_BITS = 53;

    static {
        for (int k = K_MIN; k <= K_MAX; k++) {
            BigInteger power = BigInteger.TEN.pow(Math.abs(k));
            int bits = 126 - power.bitLength();
            BigInteger floor = k > 0
                    ? BigInteger.ONE.shiftLeft(125 + power.bitLength()).divide(power)
                    : bits >= 0 ? power.shiftLeft(bits) : power.shiftRight(-bits);
            BigInteger g = floor.add(BigInteger.ONE);
            G1[k - K_MIN] = g.shiftRight(63).longValue();
            G0[k - K_MIN] = g.longValue() & LOW;
        }
    }

    private long digits;
    private int exponent;

    /** The digits of the last number, perhaps with zeros behind; it is they times ten to the {@link #exponent}. */
    long digits() {
        return digits;
    }

    int exponent() {
        return exponent;
    }

    /** Finds the decimal of a positive, finite number. */
    void of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        of(bits, DOUBLE_BITS, Double.MIN_EXPONENT, 3);
    }

    /** Finds the decimal of a positive, finite number. */
    void of(float value) {
        of(Float.floatToRawIntBits(value), FLOAT_BITS, Float.MIN_EXPONENT, 8);
    }

    /** @param tiny significands below it have one digit only, and get room for a second */
    private void of(long bits, int precision, int minExponent, int tiny) {
        long implicit = 1L << (precision - 1);
        int qMin = minExponent - precision + 1;
        int biased = (int) (bits >>> (precision - 1));
        long c = bits & (implicit - 1);
        if (biased == 0) {
            boolean isTiny = c < tiny;
            shortest(qMin, isTiny ? 10 * c : c, isTiny ? -1 : 0, true);
            return;
        }
        int q = qMin - 1 + biased;
        boolean isRegular = c != 0 || q == qMin;
        c |= implicit;
        if (q < 0 && -q < precision && c >> -q << -q == c) { // a whole number
            digits = c >> -q;
            exponent = 0;
        } else {
            shortest(q, c, 0, isRegular);
        }
    }

    private void shortest(int q, long c, int dk, boolean isRegular) {
        int out = (int) c & 1;
        long cb = c << 2;
        // floor(log10(2^q)), or of three quarters of it where the next smaller number is nearer
        int k = (int) ((q * 661_971_961_083L - (isRegular ? 0 : 274_743_187_321L)) >> 41);
        int h = q + (int) ((-k * 913_124_641_741L) >> 38) + 2;
        long g1 = G1[k - K_MIN];
        long g0 = G0[k - K_MIN];
        long vb = roundToOdd(g1, g0, cb << h);
        long vbl = roundToOdd(g1, g0, (cb - (isRegular ? 2 : 1)) << h);
        long vbr = roundToOdd(g1, g0, (cb + 2) << h);
        long s = vb >> 2;
        long lower = s / 10 * 10;
        // which is in, nobody foresees: so all are looked at, and none by a branch
        long isLowerIn = atMost(vbl + out, lower << 2);
        long isUpperIn = atMost(((lower + 10) << 2) + out, vbr);
        long isIn = atMost(vbl + out, s << 2);
        long isNextIn = atMost(((s + 1) << 2) + out, vbr);
        long isNextNearer = atMost(((2 * s + 1) << 1) + 1 - (s & 1), vb);
        boolean isShorter = s >= 100 && isLowerIn != isUpperIn;
        long next = isIn == isNextIn ? isNextNearer : isNextIn;
        digits = isShorter ? lower + 10 * isUpperIn : s + next;
        exponent = isShorter ? k : k + dk;
    }

    /** 1 where {@code a <= b}, else 0. */
    private static long atMost(long a, long b) {
        return (a - b - 1) >>> 63;
    }

    /** The product by a power of ten; its last bit says whether something was cut off. */
    private static long roundToOdd(long g1, long g0, long cp) {
        long z = ((g1 * cp) >>> 1) + Math.multiplyHigh(g0, cp);
        long w = Math.multiplyHigh(g1, cp) + (z >>> 63);
        return w | ((z & LOW) + LOW) >>> 63;
    }
}
