package io.eddy.network;

/**
 * What a hidden unit does to the sum of its inputs. Each constant has its {@code forward} and its {@code derivative} side by
 * side.
 *
 * <p>{@link StrictMath} keeps the bits equal on every JDK.
 */
public enum Activation {
    /** The logistic function, {@code 1 / (1 + exp(-z))}. */
    SIGMOID(3, 0.25f, 1) {
        @Override
        public float forward(float z) {
            return (float) (1 / (1 + StrictMath.exp(-z)));
        }

        @Override
        public float derivative(float z, float y) {
            return y * (1 - y);
        }
    },
    /** The hyperbolic tangent. */
    TANH(3, 1, 1) {
        @Override
        public float forward(float z) {
            return (float) StrictMath.tanh(z);
        }

        @Override
        public float derivative(float z, float y) {
            return 1 - y * y;
        }
    },
    /** {@code max(0, z)}. */
    RELU(6, 1, 1) {
        @Override
        public float forward(float z) {
            return z > 0 ? z : 0;
        }

        @Override
        public float derivative(float z, float y) {
            return y > 0 ? 1 : 0;
        }
    },
    /** {@code z} where positive, {@code 0.01 z} elsewhere (Maas, Hannun, Ng 2013). */
    LEAKY_RELU(6, 1, 1) {
        @Override
        public float forward(float z) {
            return z > 0 ? z : LEAK * z;
        }

        @Override
        public float derivative(float z, float y) {
            return y > 0 ? 1 : LEAK;
        }
    },
    /**
     * {@code cos(z)}: with sharp initial weights and initial biases from the whole circle a layer of it begins as random
     * Fourier features (Rahimi, Recht 2007), and tells near from far in any direction at once; then they are trained.
     */
    COSINE(6, 1, (float) Math.PI) {
        @Override
        public float forward(float z) {
            return Trigonometry.cos(z);
        }

        @Override
        public float derivative(float z, float y) {
            return -Trigonometry.sin(z);
        }
    },
    /** {@code z}: layers of it are one linear map, factored. */
    IDENTITY(3, 1, 0) {
        @Override
        public float forward(float z) {
            return z;
        }

        @Override
        public float derivative(float z, float y) {
            return 1;
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

    /** The unit's output {@code y} for the sum {@code z} of its inputs. */
    public abstract float forward(float z);

    /** {@code dy/dz}, from the sum {@code z} or the output {@code y}, whichever is easier. */
    public abstract float derivative(float z, float y);

    /** Writes the outputs for the sums {@code z[0..n)}. */
    void forward(float[] z, float[] y, int n) {
        for (int j = 0; j < n; j++) {
            y[j] = forward(z[j]);
        }
    }

    /** Turns the error of the outputs into the error of the sums: {@code delta[j] *= dy/dz}. */
    void backwardInPlace(float[] z, float[] y, float[] delta, int n) {
        for (int j = 0; j < n; j++) {
            delta[j] *= derivative(z[j], y[j]);
        }
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
