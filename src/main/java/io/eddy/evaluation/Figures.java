package io.eddy.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation says at one moment. Figures that have no value yet are absent.
 *
 * <p>{@code skill} is 1 - loss / loss of the best baseline over the same samples: 1 is perfect, below 0 a baseline is better.
 * The loss is the error rate of a classification, the squared error of a regression. {@code kappaNoChange} is the same for
 * the error rate against no-change alone (Žliobaitė et al., Evaluation Methods and Decision Theory for Classification of
 * Streaming Data with Temporal Dependence, 2015: kappa temporal). Both are absent where the baseline makes no error.
 *
 * @param metrics over all samples measured: {@code accuracy}, {@code balancedAccuracy}, {@code kappa},
 *     {@code kappaNoChange}, {@code logLoss}, {@code macroF1}, {@code skill}, or {@code mae}, {@code rmse}, {@code r2},
 *     {@code skill}
 * @param recent the same over the last {@value #RECENT} samples only
 * @param fading the same over all samples with weights that fade by {@value #FADING} at each next one
 * @param baselines the metrics of {@code noChange} and {@code majority}, or {@code noChange} and {@code mean}
 * @param confusion of a classification's answers over all samples
 */
public record Figures(
        Map<String, Double> metrics,
        Map<String, Double> recent,
        Map<String, Double> fading,
        Map<String, Map<String, Double>> baselines,
        Confusion confusion) {
    /** How many of the last samples {@code recent} is over. */
    public static final int RECENT = 1000;

    /** What is left of a sample's weight at the next one in {@code fading}: it looks as far back as {@code recent}. */
    public static final double FADING = 0.999;

    /** Nothing measured yet. */
    public static final Figures NONE = new Figures(Map.of(), Map.of(), Map.of(), Map.of(), Confusion.NONE);

    /** A map of figures in the order in which they are put; without those that are not numbers. */
    static final class Builder {
        private final Map<String, Double> figures = new LinkedHashMap<>();

        Builder put(String name, double value) {
            if (Double.isFinite(value)) {
                figures.put(name, value);
            }
            return this;
        }

        Map<String, Double> build() {
            return figures;
        }
    }
}
