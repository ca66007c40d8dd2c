package io.eddy.network;

import static io.eddy.network.VectorApiRows.L;
import static io.eddy.network.VectorApiRows.S;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SQRT;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Elementwise} by the Vector API. What one loop writes by whole vectors, the next one can fetch at once. */
abstract class VectorApiElementwise implements Elementwise {
    /** Up to so many numbers plain loops are faster. */
    static final int FEW = 4;

    private static final VectorSpecies<Integer> INTS = S.withLanes(int.class);
    private static final float HUGE = 1e38f;
    private static final Kernels PLAIN = new PlainKernels();

    @Override
    public void copy(float[] x, float[] y, int n) {
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            fromArray(S, x, j).intoArray(y, j);
        }
    }

    @Override
    public void addScaled(float[] target, float scale, float[] row, int n) {
        VectorApiRows.addScaled(target, scale, row, Kernels.padded(n));
    }

    @Override
    public boolean areWithin(float limit, float[] a, float[] b, int n) {
        int m = Kernels.padded(n);
        IntVector largest = IntVector.zero(INTS); // as bits magnitudes are in the same order, and NaN is above all
        for (int j = 0; j < m; j += L) {
            IntVector ofA = fromArray(S, a, j).reinterpretAsInts().and(Integer.MAX_VALUE);
            IntVector ofB = fromArray(S, b, j).reinterpretAsInts().and(Integer.MAX_VALUE);
            largest = largest.max(ofA.max(ofB));
        }
        return largest.compare(LT, Float.floatToRawIntBits(limit)).allTrue();
    }

    @Override
    public void rectify(float[] z, float[] y, int n) {
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            fromArray(S, z, j).max(0).intoArray(y, j);
        }
    }

    @Override
    public void timesRectifierSlope(float[] y, float[] delta, int n) {
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            FloatVector slope = fromArray(S, y, j).mul(HUGE).mul(HUGE).min(1);
            fromArray(S, delta, j).mul(slope).intoArray(delta, j);
        }
    }

    @Override
    public void tanh(float[] z, float[] y, int n) {
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            FloatVector x = fromArray(S, z, j).max(-Exponentials.TANH_LIMIT).min(Exponentials.TANH_LIMIT);
            FloatVector u = x.mul(x);
            FloatVector p = u.mul(Exponentials.P13).add(Exponentials.P11);
            p = p.mul(u).add(Exponentials.P9);
            p = p.mul(u).add(Exponentials.P7);
            p = p.mul(u).add(Exponentials.P5);
            p = p.mul(u).add(Exponentials.P3);
            p = p.mul(u).add(Exponentials.P1);
            FloatVector q = u.mul(Exponentials.Q6).add(Exponentials.Q4);
            q = q.mul(u).add(Exponentials.Q2);
            q = q.mul(u).add(Exponentials.Q0);
            x.mul(p).div(q).max(-1).min(1).intoArray(y, j);
        }
    }

    @Override
    public void timesTanhSlope(float[] y, float[] delta, int n) {
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            FloatVector value = fromArray(S, y, j);
            FloatVector slope = value.mul(value).neg().add(1);
            fromArray(S, delta, j).mul(slope).intoArray(delta, j);
        }
    }

    @Override
    public void exp(float[] z, float max, int n) {
        if (n <= FEW) {
            PLAIN.exp(z, max, n);
            return;
        }
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            FloatVector y = fromArray(S, z, j).sub(max).max(Exponentials.LEAST_FLOAT);
            FloatVector t = y.mul(Exponentials.PER_LN2_FLOAT).add(Exponentials.ROUND_FLOAT);
            FloatVector k = t.sub(Exponentials.ROUND_FLOAT);
            FloatVector r = y.sub(k.mul(Exponentials.LN2_1_FLOAT)).sub(k.mul(Exponentials.LN2_2_FLOAT));
            FloatVector sum = r.mul(Exponentials.E6).add(Exponentials.E5);
            sum = sum.mul(r).add(Exponentials.E4);
            sum = sum.mul(r).add(Exponentials.E3);
            sum = sum.mul(r).add(Exponentials.E2);
            sum = sum.mul(r).add(1);
            sum = sum.mul(r).add(1);
            IntVector power = t.reinterpretAsInts().add(127).lanewise(LSHL, 23);
            sum.mul(power.reinterpretAsFloats()).intoArray(z, j);
        }
    }

    @Override
    public void cosAndSlope(float[] z, float[] y, int n) {
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            FloatVector x = fromArray(S, z, j).max(-Trigonometry.LIMIT).min(Trigonometry.LIMIT);
            FloatVector k =
                    x.mul(Trigonometry.PER_HALF_TURN).add(Trigonometry.ROUND).sub(Trigonometry.ROUND);
            FloatVector r = x.sub(k.mul(Trigonometry.PI_1))
                    .sub(k.mul(Trigonometry.PI_2))
                    .sub(k.mul(Trigonometry.PI_3));
            FloatVector turns = k.mul(0.5f).add(Trigonometry.ROUND).sub(Trigonometry.ROUND);
            FloatVector sign = k.sub(turns.mul(2)).abs().mul(-2).add(1);
            FloatVector u = r.mul(r);
            FloatVector cos = u.mul(Trigonometry.C6).add(Trigonometry.C5);
            FloatVector sin = u.mul(Trigonometry.S6).add(Trigonometry.S5);
            cos = cos.mul(u).add(Trigonometry.C4);
            sin = sin.mul(u).add(Trigonometry.S4);
            cos = cos.mul(u).add(Trigonometry.C3);
            sin = sin.mul(u).add(Trigonometry.S3);
            cos = cos.mul(u).add(Trigonometry.C2);
            sin = sin.mul(u).add(Trigonometry.S2);
            cos = cos.mul(u).add(Trigonometry.C1);
            sin = sin.mul(u).add(Trigonometry.S1);
            cos.mul(u).add(1).mul(sign).intoArray(y, j);
            sin.mul(u).add(1).mul(r).mul(sign.neg()).intoArray(z, j);
        }
        Arrays.fill(y, n, m, 0);
    }

    @Override
    public void times(float[] slope, float[] delta, int n) {
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            fromArray(S, delta, j).mul(fromArray(S, slope, j)).intoArray(delta, j);
        }
    }

    @Override
    public void adagrad(float[] w, float[] s, float x, float[] delta, int n, float rate, float epsilon) {
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            FloatVector g = fromArray(S, delta, j).mul(x);
            FloatVector sum = fromArray(S, s, j).add(g.mul(g));
            sum.intoArray(s, j);
            fromArray(S, w, j)
                    .sub(g.mul(rate).div(sum.lanewise(SQRT).add(epsilon)))
                    .intoArray(w, j);
        }
    }

    @Override
    public void adagradNorm(float[] s, float[] delta, float square, int n, float epsilon) {
        float least = epsilon * epsilon;
        int m = Kernels.padded(n);
        for (int j = 0; j < m; j += L) {
            FloatVector d = fromArray(S, delta, j);
            FloatVector sum = fromArray(S, s, j).add(d.mul(d).mul(square));
            sum.intoArray(s, j);
            FloatVector x = sum.add(least);
            IntVector half = x.reinterpretAsInts().lanewise(LSHR, 1);
            FloatVector y = half.neg().add(Roots.GUESS).reinterpretAsFloats();
            FloatVector h = x.mul(-0.5f);
            y = y.mul(h.mul(y).mul(y).add(1.5f));
            y = y.mul(h.mul(y).mul(y).add(1.5f));
            y = y.mul(h.mul(y).mul(y).add(1.5f));
            d.mul(y).intoArray(delta, j);
        }
    }

    @Override
    public void adam(
            float[] w,
            float[] m,
            float[] v,
            float x,
            float[] delta,
            int n,
            float rate,
            Optimizer.Coefficients c,
            float first,
            float second) {
        int room = Kernels.padded(n);
        float beta1 = c.momentum();
        float beta2 = c.decay();
        float epsilon = c.epsilon();
        float rest1 = 1 - beta1;
        float rest2 = 1 - beta2;
        for (int j = 0; j < room; j += L) {
            FloatVector g = fromArray(S, delta, j).mul(x);
            FloatVector mean = fromArray(S, m, j).mul(beta1).add(g.mul(rest1));
            FloatVector square = fromArray(S, v, j).mul(beta2).add(g.mul(g).mul(rest2));
            mean.intoArray(m, j);
            square.intoArray(v, j);
            FloatVector step = mean.mul(first)
                    .mul(rate)
                    .div(square.mul(second).lanewise(SQRT).add(epsilon));
            fromArray(S, w, j).sub(step).intoArray(w, j);
        }
    }
}
