package io.eddy.network;

/** {@link Elementwise} by loops that C2 vectorises. */
abstract class PlainElementwise implements Elementwise {
    private static final float HUGE = 1e38f;

    @Override
    public void copy(float[] x, float[] y, int n) {
        System.arraycopy(x, 0, y, 0, n);
    }

    @Override
    public void addScaled(float[] target, float scale, float[] row, int n) {
        Vectors.addScaled(target, scale, row, n);
    }

    @Override
    public boolean areWithin(float limit, float[] a, float[] b, int n) {
        return Vectors.areWithin(limit, a, b, n);
    }

    @Override
    public void rectify(float[] z, float[] y, int n) {
        for (int j = 0; j < n; j++) {
            y[j] = Math.max(0, z[j]);
        }
    }

    @Override
    public void timesRectifierSlope(float[] y, float[] delta, int n) {
        for (int j = 0; j < n; j++) {
            delta[j] *= Math.min(1, y[j] * HUGE * HUGE); // 1 or 0, without a branch that can't be foreseen
        }
    }

    @Override
    public void tanh(float[] z, float[] y, int n) {
        for (int j = 0; j < n; j++) {
            y[j] = Exponentials.tanh(z[j]);
        }
    }

    @Override
    public void timesTanhSlope(float[] y, float[] delta, int n) {
        for (int j = 0; j < n; j++) {
            delta[j] *= 1 - y[j] * y[j];
        }
    }

    @Override
    public void exp(float[] z, float max, int n) {
        for (int j = 0; j < n; j++) {
            z[j] = Exponentials.exp(z[j] - max);
        }
    }

    @Override
    public void cosAndSlope(float[] z, float[] y, int n) {
        for (int j = 0; j < n; j++) {
            float x = Trigonometry.within(z[j]);
            float halfTurns = Trigonometry.halfTurns(x);
            float rest = Trigonometry.rest(x, halfTurns);
            float sign = Trigonometry.sign(halfTurns);
            y[j] = sign * Trigonometry.cos(rest);
            z[j] = -sign * Trigonometry.sin(rest);
        }
    }

    @Override
    public void times(float[] slope, float[] delta, int n) {
        for (int j = 0; j < n; j++) {
            delta[j] *= slope[j];
        }
    }

    @Override
    public void adagrad(float[] w, float[] s, float x, float[] delta, int n, float rate, float epsilon) {
        for (int j = 0; j < n; j++) {
            float g = x * delta[j];
            s[j] += g * g;
            w[j] -= rate * g / ((float) Math.sqrt(s[j]) + epsilon);
        }
    }

    @Override
    public void adagradNorm(float[] s, float[] delta, float square, int n, float epsilon) {
        float least = epsilon * epsilon;
        for (int j = 0; j < n; j++) {
            s[j] += square * (delta[j] * delta[j]);
            delta[j] *= Roots.reciprocal(s[j] + least);
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
        float beta1 = c.momentum();
        float beta2 = c.decay();
        float epsilon = c.epsilon();
        float rest1 = 1 - beta1;
        float rest2 = 1 - beta2;
        for (int j = 0; j < n; j++) {
            float g = x * delta[j];
            m[j] = beta1 * m[j] + rest1 * g;
            v[j] = beta2 * v[j] + rest2 * (g * g);
            w[j] -= rate * (first * m[j]) / ((float) Math.sqrt(second * v[j]) + epsilon);
        }
    }
}
