package io.eddy.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What {@link Optimizer#ADAGRAD_NORM} remembers of a layer, a number for each unit: {@code s[j] += mean of g^2}, over the
 * gradients {@code g} of one sample by the unit's bias and by all weights that something came in by.
 */
final class UnitPaces {
    private static final Kernels KERNELS = Kernels.IN_USE;

    private float[] sums = {}; // [units], and room up to Kernels.padded
    private float[] squares = {}; // [row], of what came in beside the bias
    private int[] counts = {}; // [row], of the same

    /**
     * Takes in the errors of layer {@code l}, row after row, and divides each by {@code sqrt(s[j] + epsilon^2)}.
     *
     * @param recurrent whether the layer's own outputs come in, too
     */
    void apply(Scratch s, int l, boolean recurrent, float epsilon) {
        int n = s.units[l];
        if (sums.length < n) {
            sums = Arrays.copyOf(sums, Kernels.padded(n));
        }
        comingIn(s, l);
        for (int r = 0; r < s.k; r++) {
            if (!s.usable[r]) {
                continue; // what came in may be beyond all squares
            }
            float all = 1 + squares[r];
            int count = 1 + counts[r];
            if (recurrent) {
                all += Vectors.dot(s.outputs[l][r], s.outputs[l][r], n);
                count += n;
            }
            KERNELS.adagradNorm(sums, s.deltas[l][r], all / count, n, epsilon);
        }
    }

    private void comingIn(Scratch s, int l) {
        if (squares.length != s.k) {
            squares = new float[s.k];
            counts = new int[s.k];
        }
        if (l == 0) {
            s.active[0].squares(squares, counts);
            return;
        }
        for (int r = 0; r < s.k; r++) {
            squares[r] = Vectors.dot(s.outputs[l - 1][r], s.outputs[l - 1][r], s.units[l - 1]);
            counts[r] = s.units[l - 1];
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(sums.length);
        for (float sum : sums) {
            out.writeFloat(sum);
        }
    }

    void read(DataInput in) throws IOException {
        sums = new float[in.readInt()];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = in.readFloat();
        }
    }
}
