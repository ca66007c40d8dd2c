package io.eddy.network;

import java.util.Objects;

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
        double loss(float[] y, float label, int n) {
            return -StrictMath.log(y[(int) label]);
        }
    },
    /** Classification as the textbooks began: sigmoid outputs, {@code loss = 1/2 sum (y - t)^2}. */
    SIGMOID_SQUARED {
        @Override
        public void output(float[] z, int n) {
            Activation.SIGMOID.forward(z, z, n);
        }

        @Override
        double loss(float[] y, float label, int n) {
            return halfSquares(y, label, n);
        }

        @Override
        void delta(float[] y, float label, float[] delta, int n) {
            super.delta(y, label, delta, n);
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
        double loss(float[] y, float label, int n) {
            double loss = 0;
            for (int j = 0; j < n; j++) {
                loss -= j == (int) label ? StrictMath.log(y[j]) : StrictMath.log1p(-y[j]);
            }
            return loss;
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
        double loss(float[] y, float label, int n) {
            double error = y[0] - label;
            return error * error / 2;
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
        double loss(float[] y, float label, int n) {
            double error = Math.abs(y[0] - label);
            return error <= 1 ? error * error / 2 : error - 0.5;
        }

        @Override
        void delta(float[] y, float label, float[] delta, int n) {
            super.delta(y, label, delta, n);
            delta[0] = Math.min(1, Math.max(-1, delta[0]));
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

    /** Replaces the output units' sums {@code z[0..n)}, with room as {@link Kernels} need it, by their outputs. */
    public abstract void output(float[] z, int n);

    /**
     * The loss of the outputs {@code y[0..n)}.
     *
     * @param label the number of the class whose target is 1, while that of the others is 0; or the one target
     */
    abstract double loss(float[] y, float label, int n);

    /** Writes {@code dloss/dz} of the output units into {@code delta[0..n)}. */
    void delta(float[] y, float label, float[] delta, int n) {
        for (int j = 0; j < n; j++) {
            delta[j] = noticeable(y[j]);
        }
        int aimed = isOfClasses() ? Objects.checkIndex((int) label, n) : 0;
        delta[aimed] = noticeable(y[aimed] - (isOfClasses() ? 1 : label));
    }

    private static float noticeable(float error) {
        return Math.abs(error) < LEAST_ERROR ? 0 : error;
    }

    private static double halfSquares(float[] y, float label, int n) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double error = y[j] - (j == (int) label ? 1 : 0);
            sum += error * error;
        }
        return sum / 2;
    }
}
