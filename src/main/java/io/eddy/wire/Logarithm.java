package io.eddy.wire;

/**
 * The natural logarithm as {@link StrictMath#log} has it, bit for bit: fdlibm's {@code e_log.c}, for probabilities. Until
 * Java 21 that is a native call, which takes three times as long.
 */
final class Logarithm {
    // ln 2 in two parts: the first has so few digits that its multiples are exact
    private static final double LN2_1 = 0x1.62e42feep-1;
    private static final double LN2_2 = 0x1.a39ef35793c76p-33;
    private static final double L1 = 0x1.5555555555593p-1;
    private static final double L2 = 0x1.999999997fa04p-2;
    private static final double L3 = 0x1.2492494229359p-2;
    private static final double L4 = 0x1.c71c51d8e78afp-3;
    private static final double L5 = 0x1.7466496cb03dep-3;
    private static final double L6 = 0x1.39a09d078c69fp-3;
    private static final double L7 = 0x1.2f112df3e5244p-3;

    private static final int FRACTION = 0x000FFFFF; // of the higher word
    private static final long LOWER = 0xFFFFFFFFL;

    private Logarithm() {}

    /** @param x positive and normal, or NaN, whose logarithm is NaN */
    static double of(double x) {
        if (!(x <= Double.MAX_VALUE)) {
            return x;
        }
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> 52) - 1023;
        int high = (int) (bits >>> 32) & FRACTION;
        int isHalved = (high + 0x95F64) & 0x100000; // so that it is between half the root of 2 and that root
        double k = exponent + (isHalved >> 20);
        double f = Double.longBitsToDouble((long) (high | (isHalved ^ 0x3FF00000)) << 32 | (bits & LOWER)) - 1;
        if ((FRACTION & (2 + high)) < 3) { // |f| < 2^-20
            double r = f * f * (0.5 - 1.0 / 3 * f);
            return k * LN2_1 - ((r - k * LN2_2) - f);
        }
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
        if (((high - 0x6147A) | (0x6B851 - high)) > 0) {
            double half = 0.5 * f * f;
            return k * LN2_1 - ((half - (s * (half + r) + k * LN2_2)) - f);
        }
        return k * LN2_1 - ((s * (f - r) - k * LN2_2) - f);
    }
}
