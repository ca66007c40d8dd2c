package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The connections {@code U}, {@code [units][units]}, between the units of one hidden layer. The layer's state is the fixed
 * point {@code h = f(z + h U)}, where {@code z} is what comes from below; the error of its sums is the fixed point of the
 * adjoint network, {@code delta = f'(h) (e + U delta)}; and the gradient by {@code U[i][j]} is the product of the two,
 * {@code h[i] delta[j]} (Almeida 1987; Pineda 1987, equations 8 to 12).
 */
final class Relaxation {
    /** Each iteration brings the state so much nearer to its fixed point, at least. */
    private static final double CONTRACTION = 0.9;

    private static final float INITIAL_NORM = 0.4f;

    private final NetworkKind.Recurrent limits;
    private final Activation activation;
    private final Weights weights;

    Relaxation(NetworkKind.Recurrent limits, Activation activation, InitialWeights initial, int units, int memories) {
        this.limits = limits;
        this.activation = activation;
        this.weights = new Weights(initial, units, memories);
        weights.growInputs(units, INITIAL_NORM / (activation.steepest() * (float) Math.sqrt(units)));
    }

    Weights weights() {
        return weights;
    }

    /**
     * Relaxes {@code h[r] = f(z[r] + h[r] U)} from {@code h = 0}, a row at rest being left alone; {@code z} are the whole sums
     * after, as the activation leaves them. A row that has not settled keeps its last state, which by the contraction is its best.
     */
    void forward(float[][] z, Scratch.Relaxing scratch, float[][] h, boolean[] usable) {
        scratch.begin(h, z, usable);
        for (float[] state : h) {
            Arrays.fill(state, 0);
        }
        for (int n = 0; n < limits.mostIterations() && scratch.active > 0; n++) {
            scratch.iterations += scratch.active;
            for (int r = 0; r < scratch.active; r++) {
                System.arraycopy(scratch.constant[r], 0, scratch.next[r], 0, units());
            }
            scratch.states.load(scratch.state, scratch.active, units(), false);
            weights.add(scratch.states, scratch.next);
            for (int r = scratch.active - 1; r >= 0; r--) {
                float[] sums = scratch.next[r];
                float[] whole = scratch.constant[r];
                // the sums' own rounding bounds what can be settled
                float scale = Math.max(1, Vectors.maxAbs(sums, units()));
                activation.forward(sums, scratch.result[r], units());
                if (scratch.accept(r, scratch.result[r], units(), limits.tolerance() * scale)) {
                    System.arraycopy(sums, 0, whole, 0, units());
                }
            }
        }
        scratch.end(usable);
    }

    /** Relaxes {@code delta[r] = f'(z[r]) (e[r] + U delta[r])}; {@code delta} holds {@code e} before. */
    void backward(float[][] z, float[][] h, Scratch.Relaxing scratch, float[][] delta, boolean[] usable) {
        for (int r = 0; r < delta.length; r++) {
            System.arraycopy(delta[r], 0, scratch.errors[r], 0, units());
            activation.backwardInPlace(z[r], h[r], delta[r], units());
        }
        scratch.begin(delta, scratch.errors, usable);
        for (int n = 0; n < limits.mostIterations() && scratch.active > 0; n++) {
            scratch.iterations += scratch.active;
            scratch.states.load(scratch.state, scratch.active, units(), false);
            weights.backward(scratch.states, scratch.state, scratch.next);
            for (int r = scratch.active - 1; r >= 0; r--) {
                float[] error = scratch.next[r];
                int row = scratch.row[r];
                Vectors.addScaled(error, 1, scratch.constant[r], units());
                activation.backwardInPlace(z[row], h[row], error, units());
                scratch.accept(r, error, units(), limits.tolerance() * Vectors.maxAbs(error, units()));
            }
        }
        scratch.end(usable);
    }

    /**
     * Scales {@code U} down where it would let the state wander: two upper bounds of its spectral norm, Frobenius' and
     * Schur's, times the steepest slope of the activation; the smaller must stay below {@value #CONTRACTION}.
     */
    void contain() {
        double squares = 0;
        double largestRow = 0;
        double[] columns = new double[units()];
        for (int i = 0; i < units(); i++) {
            float[] row = weights.row(i);
            double sum = 0;
            for (int j = 0; j < units(); j++) {
                double magnitude = Math.abs(row[j]);
                squares += magnitude * magnitude;
                sum += magnitude;
                columns[j] += magnitude;
            }
            largestRow = Math.max(largestRow, sum);
        }
        double largestColumn = 0;
        for (double column : columns) {
            largestColumn = Math.max(largestColumn, column);
        }
        double bound = Math.min(Math.sqrt(squares), Math.sqrt(largestRow * largestColumn));
        double limit = CONTRACTION / activation.steepest();
        if (bound > limit) {
            for (int i = 0; i < units(); i++) {
                Vectors.scale(weights.row(i), (float) (limit / bound), units());
            }
        }
    }

    private int units() {
        return weights.outputs();
    }

    long parameters() {
        return (long) units() * units();
    }

    void write(DataOutput out) throws IOException {
        weights.write(out);
    }

    void read(DataInput in) throws IOException {
        weights.read(in, units(), units());
    }
}
