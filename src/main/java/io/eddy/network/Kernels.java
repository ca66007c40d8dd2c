package io.eddy.network;

/**
 * The loops that all the time goes into. Two implementations give the same bits: plain loops, and the Vector API where the
 * JVM was started with {@code --add-modules jdk.incubator.vector}; {@code -Deddy.kernels=plain} or {@code vector} chooses.
 *
 * <p>Arrays hold {@code n} numbers and room up to a multiple of {@value #LANES}, see {@link #padded}; what is beyond {@code n}
 * is zero and stays so. Products are rounded before they are added (no fused multiply-add: where the processor has none, it
 * costs a hundred times as much). Sums over rows run in the order of the rows, with up to {@value #LANES} outputs four of them,
 * {@code (a + b) + (c + d)}, at a time; sums within a row in {@value #LANES} lanes,
 * lane {@code l} over {@code j = l, l + 16, ...}, whose halves are then added up, 8, 4, 2, 1.
 */
interface Kernels extends Elementwise {
    /** Lanes of a sum within a row: what the widest processor adds at once. */
    int LANES = 16;

    /** Rows whose lanes are kept at a time. */
    int ROWS = 16;

    /** The ones that this JVM uses. */
    Kernels IN_USE = KernelChoice.choose();

    /** The length of an array with room for {@code n} numbers. */
    static int padded(int n) {
        return (n + LANES - 1) & -LANES;
    }

    /** {@code z = start}, where sums are kept in {@code z} itself. */
    default void begin(float[] start, float[] z, int n) {
        if (start != z) {
            copy(start, z, n);
        }
    }

    /** {@code z = start + sum over e of value[e] * w[index[e]]}; {@code start} may be {@code z} itself. */
    void add(float[] start, float[] z, float[][] w, int[] index, float[] value, int count, int n);

    /** {@code w[index[e]] += scale[e] * delta}. */
    void descend(float[][] w, int[] index, float[] scale, int count, float[] delta, int n);

    /** {@link #descend}, then {@link #add} of the same rows, in one pass. */
    void descendAndAdd(
            float[][] w,
            int[] index,
            float[] scale,
            float[] delta,
            float[] start,
            float[] z,
            float[] value,
            int count,
            int n);

    /**
     * {@code result[index[e]] = w[index[e]] . delta}; of long rows the last ones first, which the pass forward has left in the
     * cache.
     *
     * @param lanes room for {@code ROWS * LANES} numbers on the way there
     */
    void multiply(float[][] w, int[] index, int count, float[] delta, int n, float[] result, float[] lanes);

    /** {@link #descend} along {@code step}, then {@link #multiply} of the same rows, in one pass. */
    void descendAndMultiply(
            float[][] w,
            int[] index,
            int count,
            float[] scale,
            float[] step,
            float[] delta,
            int n,
            float[] result,
            float[] lanes);
}
