package io.eddy.model;

/**
 * How a network is being trained.
 *
 * @param parameters weights and biases
 * @param rate the learning rate of the next update; of several networks the greatest
 * @param weightNorm Euclidean, of weights and biases; of several networks all together
 * @param updatesRefused updates left out because they would have made a weight infinite
 * @param waiting labelled samples in a batch that is not complete yet
 * @param relaxationIterations iterations in which a recurrent network's states and errors settled, all samples
 * @param unsettled samples that a recurrent network did not learn from because they did not settle
 */
public record Training(
        long parameters,
        double rate,
        double weightNorm,
        long updatesRefused,
        int waiting,
        long relaxationIterations,
        long unsettled) {
    /** Of nothing. */
    public static final Training NONE = new Training(0, 0, 0, 0, 0, 0, 0);

    /** The sums of both, the greater rate, and the norm of both together. */
    Training plus(Training other) {
        return new Training(
                parameters + other.parameters,
                Math.max(rate, other.rate),
                Math.sqrt(weightNorm * weightNorm + other.weightNorm * other.weightNorm),
                updatesRefused + other.updatesRefused,
                waiting + other.waiting,
                relaxationIterations + other.relaxationIterations,
                unsettled + other.unsettled);
    }
}
