package io.eddy.network;

/**
 * What a hidden unit does to the sum of its inputs. Each constant has its {@code forward} and its {@code backwardInPlace} side
 * by side, as loops of sums, products and quotients that C2 vectorises.
 */
public enum Activation {
    /** The logistic function, {@code 1 / (1 + exp(-z))}. */
    SIGMOID(3, 0.25f, 1) {
        @Override
        void forward(float[] z, float[] y, int n) {
            for (int j = 0; j < n; j++) {
                y[j] = Exponentials.sigmoid(z[j]);
            }
        }

        @Override
        void backwardInPlace(float[] z, float[] y, float[] delta, int n) {
            for (int j = 0; j < n; j++) {
                delta[j] *= y[j] * (1 - y[j]);
            }
        }
    },
    /** The hyperbolic tangent. */
    TANH(3, 1, 1) {
        @Override
        void forward(float[] z, float[] y, int n) {
            Kernels.IN_USE.tanh(z, y, n);
        }

        @Override
        void backwardInPlace(float[] z, float[] y, float[] delta, int n) {
            Kernels.IN_USE.timesTanhSlope(y, delta, n);
        }
    },
    /** {@code max(0, z)}. */
    RELU(6, 1, 1) {
        @Override
        void forward(float[] z, float[] y, int n) {
            Kernels.IN_USE.rectify(z, y, n);
        }

        @Override
        void backwardInPlace(float[] z, float[] y, float[] delta, int n) {
            Kernels.IN_USE.timesRectifierSlope(y, delta, n);
        }

        @Override
        boolean isSparse() {
            return true;
        }
    },
    /** {@code z} where positive, {@code 0.01 z} elsewhere (Maas, Hannun, Ng 2013). */
    LEAKY_RELU(6, 1, 1) {
        @Override
        void forward(float[] z, float[] y, int n) {
            for (int j = 0; j < n; j++) {
                y[j] = Math.max(LEAK * z[j], z[j]);
            }
        }

        @Override
        void backwardInPlace(float[] z, float[] y, float[] delta, int n) {
            for (int j = 0; j < n; j++) {
                delta[j] *= y[j] > 0 ? 1 : LEAK;
            }
        }
    },
    /**
     * {@code cos(z)}: with sharp initial weights and initial biases from the whole circle a layer of it begins as random
     * Fourier features (Rahimi, Recht 2007), and tells near from far in any direction at once; then they are trained.
     */
    COSINE(6, 1, (float) Math.PI) {
        @Override
        void forward(float[] z, float[] y, int n) {
            Kernels.IN_USE.cosAndSlope(z, y, n);
        }

        @Override
        void backwardInPlace(float[] z, float[] y, float[] delta, int n) {
            Kernels.IN_USE.times(z, delta, n);
        }
    },
    /** {@code z}: layers of it are one linear map, factored. */
    IDENTITY(3, 1, 0) {
        @Override
        void forward(float[] z, float[] y, int n) {
            System.arraycopy(z, 0, y, 0, n);
        }

        @Override
        void backwardInPlace(float[] z, float[] y, float[] delta, int n) {
            // dy/dz = 1
        }
    };

    private static final float LEAK = 0.01f;

    private final float gain;
    private final float steepest;
    private final float initialBias;

    Activation(float gain, float steepest, float initialBias) {
        this.gain = gain;
        this.steepest = steepest;
        this.initialBias = initialBias;
    }

    /** The largest {@code |dy/dz|} of all. */
    float steepest() {
        return steepest;
    }

    /**
     * Writes the outputs {@code y[0..n)} of units whose inputs sum up to {@code z[0..n)}; {@code z} is the activation's own
     * from then on, to keep what {@link #backwardInPlace} needs.
     */
    abstract void forward(float[] z, float[] y, int n);

    /** Turns the error of the outputs into the error of the sums: {@code delta[j] *= dy/dz}. */
    abstract void backwardInPlace(float[] z, float[] y, float[] delta, int n);

    /** Whether a unit with the output 0 has {@code dy/dz = 0}, too, and one with another output {@code dy/dz = 1}. */
    boolean isSparse() {
        return false;
    }

    /** The bound of the uniform initial biases of hidden units: without them all kinks of rectifiers meet in one point. */
    float initialBias() {
        return initialBias;
    }

    /**
     * The bound of the uniform initial weights for units with {@code fanIn} inputs: {@code sqrt(6 / fanIn)} for rectifiers
     * (He et al. 2015) and cosines, {@code sqrt(3 / fanIn)} for the others (LeCun et al. 1998), so that the sums start with variance 2
     * and 1.
     */
    public float initialBound(int fanIn) {
        return (float) Math.sqrt(gain / Math.max(1, fanIn));
    }
}
