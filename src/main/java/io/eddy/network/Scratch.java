package io.eddy.network;

import java.util.Arrays;
import java.util.List;

/**
 * Where the rows of one batch pass through a {@link Network}: the outputs and the errors of each layer. Allocated once, never
 * stored; what it holds is meaningless before {@code forward}.
 */
public final class Scratch {
    /** Errors and states beyond this would soon make weights infinite; such a row is not learned from. */
    private static final float LIMIT = 1e6f;

    final int k; // rows
    final SparseMatrix[] active; // [layer]: its inputs that are not zero
    final int[] units; // [layer]
    final float[][][] outputs; // [layer][row][units], each with room up to Kernels.padded
    final float[][][] deltas; // [layer][row][units], dloss/dz
    final boolean[] usable; // [row]: to be learned from
    final float[][][] sums; // [hidden layer][row][units]
    final Relaxing relaxing; // null in a feedforward network
    final float[] gradient; // of one row of weights
    final float[] decayed; // the same with the decay of the weights
    private final int telling; // so many of the last layer's outputs tell whether all are measured
    private float[] labels; // [row]
    private float[] weights; // [row]

    Scratch(NetworkShape shape, int networkOutputs, int rows) {
        k = rows;
        usable = new boolean[k];
        labels = new float[k];
        weights = new float[k];
        units = new int[shape.layers()];
        active = new SparseMatrix[shape.layers()];
        outputs = new float[shape.layers()][k][];
        deltas = new float[shape.layers()][k][];
        sums = new float[shape.layers()][k][];
        telling = shape.objective().isJoint() ? 1 : networkOutputs;
        int widest = networkOutputs;
        for (int l = 0; l < shape.layers(); l++) {
            units[l] = l < shape.hidden().size() ? shape.hidden().get(l) : networkOutputs;
            widest = Math.max(widest, units[l]);
            int room = Kernels.padded(units[l]);
            active[l] = new SparseMatrix();
            outputs[l] = new float[k][room];
            deltas[l] = new float[k][room];
            sums[l] = new float[k][room];
        }
        widest = Kernels.padded(widest);
        gradient = new float[widest];
        decayed = new float[widest];
        relaxing = shape.isRecurrent() ? new Relaxing(k, widest) : null;
    }

    /** The inputs of the one row, which is not copied: it must stay as it is until the update is done. */
    public void load(SparseVector x) {
        active[0].load(x);
    }

    /**
     * What the one row's output should be, before {@code backward}.
     *
     * @param label the number of a class, or a value
     * @param weight of its loss
     */
    public void aim(float label, float weight) {
        labels[0] = label;
        weights[0] = weight;
    }

    void load(List<SparseVector> rows, float[] labelsOfRows, float[] weightsOfRows) {
        active[0].load(rows);
        labels = labelsOfRows;
        weights = weightsOfRows;
    }

    float label(int row) {
        return labels[row];
    }

    /** The network's outputs of the first row, after {@code forward}: probabilities, or the one value of a regression. */
    public float[] output() {
        return outputs[outputs.length - 1][0];
    }

    /**
     * Scales the rows' errors to those of the mean of their weighted losses; a row that is not to be learned from counts nothing.
     *
     * @return how many rows count
     */
    int weigh() {
        int count = 0;
        for (int r = 0; r < k; r++) {
            usable[r] &= isMeasured(r);
            count += usable[r] ? 1 : 0;
        }
        for (int r = 0; r < k; r++) {
            float share = usable[r] ? weights[r] / count : 0;
            for (int l = 0; l < deltas.length && share != 1; l++) {
                if (share == 0) {
                    Arrays.fill(deltas[l][r], 0);
                } else {
                    Vectors.scale(deltas[l][r], share, units[l]);
                }
            }
        }
        return count;
    }

    private boolean isMeasured(int row) {
        int last = deltas.length - 1;
        for (int l = 0; l < last; l++) {
            if (!Kernels.IN_USE.areWithin(LIMIT, deltas[l][row], outputs[l][row], units[l])) {
                return false;
            }
        }
        return Vectors.areWithin(LIMIT, deltas[last][row], outputs[last][row], telling);
    }

    /** Iterations that the rows needed to settle, {@code forward} and {@code backward}; 0 in a feedforward network. */
    public int iterations() {
        return relaxing == null ? 0 : relaxing.iterations;
    }

    /** Rows that did not settle. */
    public int unsettled() {
        return relaxing == null ? 0 : relaxing.unsettled;
    }

    /** Rows on their way to a fixed point; those at rest are taken out. */
    static final class Relaxing {
        final float[][] state;
        final float[][] constant;
        final float[][] next; // sums, or errors
        final float[][] result; // outputs of these sums
        final float[][] errors;
        final int[] row;
        final SparseMatrix states = new SparseMatrix();
        int active;
        int iterations;
        int unsettled;

        Relaxing(int k, int units) {
            state = new float[k][];
            constant = new float[k][];
            next = new float[k][units];
            result = new float[k][units];
            errors = new float[k][units];
            row = new int[k];
        }

        void begin(float[][] states, float[][] constants, boolean[] usable) {
            active = 0;
            for (int r = 0; r < states.length; r++) {
                if (usable[r]) {
                    state[active] = states[r];
                    constant[active] = constants[r];
                    row[active++] = r;
                }
            }
        }

        /** Makes {@code value} the state of the {@code a}th active row, and takes it out if that changed little. */
        boolean accept(int a, float[] value, int units, float tolerance) {
            float change = 0;
            for (int j = 0; j < units; j++) {
                change = Math.max(change, Math.abs(value[j] - state[a][j]));
                state[a][j] = value[j];
            }
            if (change <= tolerance) {
                active--;
                state[a] = state[active];
                constant[a] = constant[active];
                row[a] = row[active];
                float[] free = next[a];
                next[a] = next[active];
                next[active] = free;
            }
            return change <= tolerance;
        }

        void end(boolean[] usable) {
            unsettled += active;
            for (int a = 0; a < active; a++) {
                usable[row[a]] = false;
            }
        }
    }

    void begin() {
        for (int r = 0; r < k; r++) { // mostly one: a call to fill it would take longer
            usable[r] = true;
        }
        if (relaxing != null) {
            relaxing.iterations = 0;
            relaxing.unsettled = 0;
        }
    }
}
