package io.eddy.network;

import java.util.Arrays;

/**
 * The output units together with the loss they are trained by. The two are one choice, since only these pairs make
 * sense: softmax or sigmoid with cross-entropy, sigmoid with squared error, identity with squared error or Huber's.
 */
public enum Objective {
    /** Classification: {@code y = softmax(z)}, {@code loss = -ln y[target]}, so {@code dloss/dz = y - t}. */
    SOFTMAX_CROSS_ENTROPY {
        @Override
        boolean isJoint() {
            return true;
        }

        @Override
        public void output(float[] z, int n) {
            Kernels.IN_USE.exp(z, Vectors.max(z, n), n);
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += z[j];
            }
            float inverse = (float) (1 / sum);
            for (int j = 0; j < n; j++) {
                z[j] *= inverse;
            }
        }

        @Override
        public double loss(float[] y, float[] target, int n) {
            double loss = 0;
            for (int j = 0; j < n; j++) {
                loss -= target[j] == 0 ? 0 : target[j] * StrictMath.log(y[j]);
            }
            return loss;
        }

        @Override
        public void delta(float[] y, float[] target, float[] delta, int n) {
            subtract(y, target, delta, n);
        }
    },
    /** Classification as the textbooks began: sigmoid outputs, {@code loss = 1/2 sum (y - t)^2}. */
    SIGMOID_SQUARED {
        @Override
        public void output(float[] z, int n) {
            Activation.SIGMOID.forward(z, z, n);
        }

        @Override
        public double loss(float[] y, float[] target, int n) {
            return halfSquares(y, target, n);
        }

        @Override
        public void delta(float[] y, float[] target, float[] delta, int n) {
            subtract(y, target, delta, n);
            Activation.SIGMOID.backwardInPlace(y, y, delta, n);
        }
    },
    /** Each class against all others: sigmoid outputs with cross-entropy, {@code dloss/dz = y - t}. For two, the logistic. */
    SIGMOID_CROSS_ENTROPY {
        @Override
        public void output(float[] z, int n) {
            Activation.SIGMOID.forward(z, z, n);
        }

        @Override
        public double loss(float[] y, float[] target, int n) {
            double loss = 0;
            for (int j = 0; j < n; j++) {
                loss -= target[j] == 0 ? StrictMath.log1p(-y[j]) : StrictMath.log(y[j]);
            }
            return loss;
        }

        @Override
        public void delta(float[] y, float[] target, float[] delta, int n) {
            subtract(y, target, delta, n);
        }
    },
    /** Regression: {@code y = z}, {@code loss = 1/2 (y - t)^2}. */
    IDENTITY_SQUARED {
        @Override
        public boolean isOfClasses() {
            return false;
        }

        @Override
        public void output(float[] z, int n) {
            // y = z
        }

        @Override
        public double loss(float[] y, float[] target, int n) {
            return halfSquares(y, target, n);
        }

        @Override
        public void delta(float[] y, float[] target, float[] delta, int n) {
            subtract(y, target, delta, n);
        }
    },
    /** Regression that one far label can't throw off: squared error up to 1, linear beyond (Huber 1964). */
    IDENTITY_HUBER {
        @Override
        public boolean isOfClasses() {
            return false;
        }

        @Override
        public void output(float[] z, int n) {
            // y = z
        }

        @Override
        public double loss(float[] y, float[] target, int n) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double error = Math.abs(y[j] - target[j]);
                sum += error <= 1 ? error * error / 2 : error - 0.5;
            }
            return sum;
        }

        @Override
        public void delta(float[] y, float[] target, float[] delta, int n) {
            subtract(y, target, delta, n);
            for (int j = 0; j < n; j++) {
                delta[j] = Math.min(1, Math.max(-1, delta[j]));
            }
        }
    };

    /** Less changes no weight, but its products may be subnormal, which some processors take ten times as long for. */
    private static final float LEAST_ERROR = 1e-15f;

    /** Whether there is one output for each class; otherwise there is one, for a value. */
    public boolean isOfClasses() {
        return true;
    }

    /** Whether each output depends on all sums: so none is a number if one sum is not. */
    boolean isJoint() {
        return false;
    }

    /** Writes what the outputs should be into {@code target[0..n)}: 1 for the class of that number, or the value. */
    public void aim(float label, float[] target, int n) {
        Arrays.fill(target, 0, n, 0);
        target[isOfClasses() ? (int) label : 0] = isOfClasses() ? 1 : label;
    }

    /** Replaces the output units' sums {@code z[0..n)}, with room as {@link Kernels} need it, by their outputs. */
    public abstract void output(float[] z, int n);

    /** The loss of the outputs {@code y[0..n)} against the target. */
    public abstract double loss(float[] y, float[] target, int n);

    /** Writes {@code dloss/dz} of the output units into {@code delta[0..n)}. */
    public abstract void delta(float[] y, float[] target, float[] delta, int n);

    private static void subtract(float[] y, float[] target, float[] delta, int n) {
        for (int j = 0; j < n; j++) {
            float error = y[j] - target[j];
            delta[j] = Math.abs(error) < LEAST_ERROR ? 0 : error;
        }
    }

    private static double halfSquares(float[] y, float[] target, int n) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double error = y[j] - target[j];
            sum += error * error;
        }
        return sum / 2;
    }
}
