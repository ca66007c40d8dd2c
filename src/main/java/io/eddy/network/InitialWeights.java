package io.eddy.network;

/**
 * Initial weights as a function of (seed, layer, input, output) alone: a row or a column that is added late starts with
 * the weights that it would have had from the beginning, and no generator's state has to be stored.
 */
final class InitialWeights {
    private final long seed;

    private InitialWeights(long seed) {
        this.seed = mix(seed);
    }

    /** Of the weights into a layer. */
    static InitialWeights ofLayer(long seed, int layer) {
        return new InitialWeights(seed + GOLDEN_GAMMA * (layer + 1));
    }

    /** Of the weights between the units of a layer. */
    static InitialWeights withinLayer(long seed, int layer) {
        return new InitialWeights(~seed + GOLDEN_GAMMA * (layer + 1));
    }

    /** Uniform in {@code [-bound, bound)}; input -1 is the bias. */
    float at(int input, int output, float bound) {
        long bits = mix(seed ^ mix(GOLDEN_GAMMA * (((long) input << 32) + output + 1)));
        float unit = (bits >>> 40) * 0x1.0p-24f;
        return (2 * unit - 1) * bound;
    }

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
