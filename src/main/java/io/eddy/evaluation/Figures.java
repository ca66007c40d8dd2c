package io.eddy.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation says at one moment. Figures that have no value yet are absent.
 *
 * @param metrics over all samples measured: {@code accuracy}, {@code balancedAccuracy}, {@code kappa},
 *     {@code kappaNoChange}, {@code logLoss}, or {@code mae}, {@code rmse}, {@code r2}
 * @param recent the same over the last samples only, where it can be
 * @param baselines the metrics of {@code noChange} and {@code majority}, or {@code noChange} and {@code mean}
 */
public record Figures(
        Map<String, Double> metrics, Map<String, Double> recent, Map<String, Map<String, Double>> baselines) {
    /** How many of the last samples {@code recent} is over. */
    public static final int RECENT = 1000;

    /** Nothing measured yet. */
    public static final Figures NONE = new Figures(Map.of(), Map.of(), Map.of());

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
