package io.eddy.peers;

/** One way to a network with ReLU hidden units and softmax outputs that learns by plain SGD, row by row. */
interface Engine {
    float RATE = 0.01f;

    /**
     * A fresh network, and the rows in the engine's own form, so that converting them is not measured.
     *
     * @param units of each layer: inputs, hidden ones, outputs
     * @param rows [row][input]
     * @param labels [row], numbers of classes
     */
    void create(int[] units, float[][] rows, int[] labels);

    /** Answers a row and learns from it: forward, backward, update. */
    void learn(int row);

    /** The most probable class of a row. */
    int predict(int row);

    /** The place of the greatest of the first {@code n} values. */
    static int greatest(float[] values, int n) {
        int best = 0;
        for (int c = 1; c < n; c++) {
            best = values[c] > values[best] ? c : best;
        }
        return best;
    }
}
