package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain loops and the Vector API give the same bits, whatever the length. */
class KernelsTest {
    private static final Kernels PLAIN = new PlainKernels();
    private static Kernels vector;

    @BeforeAll
    static void theModuleIsThere() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector"))
                .as("tests run with --add-modules jdk.incubator.vector")
                .isPresent();
        vector = KernelChoice.vector();
    }

    static IntStream lengths() {
        return IntStream.concat(IntStream.rangeClosed(1, 70), IntStream.of(127, 128, 129, 256, 1000, 1024));
    }

    private static float[] numbers(Random random, int n) {
        float[] a = new float[Kernels.padded(n)];
        for (int j = 0; j < n; j++) {
            float size = (float) StrictMath.pow(10, random.nextInt(9) - 5);
            a[j] = random.nextInt(20) == 0 ? 0 : (float) random.nextGaussian() * size;
        }
        return a;
    }

    /** Rows, what is done to them, and what comes of it. */
    private static final class Case {
        final float[][] w = new float[56][];
        final int[] index =
                IntStream.range(0, 2 * Kernels.ROWS + 5).map(e -> e * 3 / 2).toArray(); // some rows are left out
        final float[] value;
        final float[] scale;
        final float[] delta;
        final float[] start;
        final float[] z;
        final float[] result = new float[w.length];
        final int n;
        int products; // a hash of all that was in result

        Case(int n, long seed) {
            Random random = new Random(seed);
            this.n = n;
            Arrays.setAll(w, i -> numbers(random, n));
            value = numbers(random, index.length);
            scale = numbers(random, index.length);
            delta = numbers(random, n);
            start = numbers(random, n);
            z = numbers(random, n);
        }

        void pass(Kernels kernels) {
            for (int count = 0; count <= index.length; count++) {
                kernels.add(count % 2 == 0 ? z : start, z, w, index, value, count, n);
                kernels.multiply(w, index, count, z, n, result, new float[Kernels.ROWS * Kernels.LANES]);
                products = 31 * products + Arrays.hashCode(result);
                kernels.descend(w, index, scale, count, delta, n);
                kernels.descendAndAdd(w, index, scale, delta, count % 2 == 0 ? start : z, z, value, count, n);
                kernels.descendAndMultiply(
                        w, index, count, scale, delta, z, n, result, new float[Kernels.ROWS * Kernels.LANES]);
                products = 31 * products + Arrays.hashCode(result);
            }
            float max = z[0];
            for (int j = 1; j < n; j++) {
                max = Math.max(max, z[j]);
            }
            kernels.copy(z, w[12], n);
            kernels.addScaled(w[12], 0.7f, delta, n);
            kernels.rectify(z, w[14], n);
            kernels.timesRectifierSlope(w[14], w[15], n);
            kernels.tanh(z, w[17], n);
            kernels.timesTanhSlope(w[17], w[18], n);
            kernels.exp(z, max, n);
            kernels.adagrad(w[2], squares(w[5]), value[0], delta, n, 0.1f, 1e-10f);
            kernels.adagradNorm(squares(w[1]), delta, 0.3f, n, 1e-10f);
            kernels.adam(w[9], w[8], squares(w[7]), value[1], delta, n, 0.1f, Optimizer.ADAM.paper(), 3, 2);
            kernels.cosAndSlope(z, delta, n);
            kernels.times(z, w[0], n);
        }

        private static float[] squares(float[] a) {
            for (int j = 0; j < a.length; j++) {
                a[j] *= a[j];
            }
            return a;
        }

        int[][] bits() {
            int[][] all = new int[w.length + 4][];
            Arrays.setAll(all, i -> i < w.length ? bits(w[i], n) : null);
            all[w.length] = bits(z, n);
            all[w.length + 1] = bits(delta, n);
            all[w.length + 2] = bits(result, result.length);
            all[w.length + 3] = new int[] {products};
            return all;
        }

        /** The largest of what is beyond n in the rows. */
        float padding() {
            float largest = 0;
            for (float[] row : w) {
                for (int j = n; j < row.length; j++) {
                    largest = Math.max(largest, Math.abs(row[j]));
                }
            }
            return largest;
        }

        private static int[] bits(float[] a, int n) {
            return IntStream.range(0, n).map(j -> Float.floatToRawIntBits(a[j])).toArray();
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void sameBits(int n) {
        for (long seed = 0; seed < 20; seed++) {
            Case plain = new Case(n, seed);
            Case vectors = new Case(n, seed);
            plain.pass(PLAIN);
            vectors.pass(vector);
            assertThat(vectors.bits()).isDeepEqualTo(plain.bits());
            assertThat(vectors.padding()).isZero();
            assertThat(plain.padding()).isZero();
        }
    }

    @Test
    void aLimitIsForEachNumberOfBoth() {
        for (Kernels kernels : new Kernels[] {PLAIN, vector}) {
            for (int at = 0; at < 21; at++) {
                float[] even = new float[Kernels.padded(21)];
                Arrays.fill(even, 0, 21, at % 2 * 6);
                for (float far :
                        new float[] {7, -7, Float.NaN, Float.intBitsToFloat(0xffc00000), Float.NEGATIVE_INFINITY, 3e38f
                        }) {
                    float[] one = even.clone();
                    one[at] = far;
                    assertThat(kernels.areWithin(7, one, even, 21)).isFalse();
                    assertThat(kernels.areWithin(7, even, one, 21)).isFalse();
                }
                float[] near = even.clone();
                near[at] = -Math.nextDown(7f);
                assertThat(kernels.areWithin(7, near, even, 21)).isTrue();
                assertThat(kernels.areWithin(7, even, near, 21)).isTrue();
            }
        }
    }

    @Test
    void everyNumberIsCompared() {
        Case one = new Case(33, 1);
        Case other = new Case(33, 1);
        other.w[10][32] = Math.nextUp(other.w[10][32]);
        assertThat(other.bits()).isNotEqualTo(one.bits());
    }
}
