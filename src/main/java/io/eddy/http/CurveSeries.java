package io.eddy.http;

import io.eddy.evaluation.Figures;
import io.eddy.metrics.PartitionReport;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The lines of the learning curve, and how one value of each is made from the reports of all partitions. */
public enum CurveSeries {
    RECENT_ACCURACY("recentAccuracy", "recent", "accuracy"),
    FADING_ACCURACY("fadingAccuracy", "fading", "accuracy"),
    NO_CHANGE_ACCURACY("noChangeAccuracy", "noChange", "accuracy"),
    MAJORITY_ACCURACY("majorityAccuracy", "majority", "accuracy"),
    RECENT_LOG_LOSS("recentLogLoss", "recent", "logLoss"),
    FADING_LOG_LOSS("fadingLogLoss", "fading", "logLoss"),
    RECENT_RMSE("recentRmse", "recent", "rmse"),
    FADING_RMSE("fadingRmse", "fading", "rmse"),
    NO_CHANGE_RMSE("noChangeRmse", "noChange", "rmse"),
    MEAN_RMSE("meanRmse", "mean", "rmse"),
    RECENT_MAE("recentMae", "recent", "mae"),
    FADING_MAE("fadingMae", "fading", "mae");

    /** Samples that a recent figure of one partition is made of, at most: the length of the evaluation's window. */
    static final long WINDOW = Figures.RECENT;

    private final String key;
    private final String source;
    private final String metric;

    CurveSeries(String key, String source, String metric) {
        this.key = key;
        this.source = source;
        this.metric = metric;
    }

    /** The name in JSON. */
    String key() {
        return key;
    }

    /**
     * The mean over the partitions that have the figure, weighted by the samples behind it; errors that are roots are
     * averaged as squares. Empty where no partition has it.
     */
    public OptionalDouble mean(List<PartitionReport> reports) {
        boolean rootOfSquares = metric.equals("rmse");
        double sum = 0;
        double weights = 0;
        for (PartitionReport partition : reports) {
            Double value = figures(partition.report().figures()).get(metric);
            if (value != null) {
                double weight = weight(partition.report().learned());
                sum += weight * (rootOfSquares ? value * value : value);
                weights += weight;
            }
        }
        if (weights == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(rootOfSquares ? Math.sqrt(sum / weights) : sum / weights);
    }

    private Map<String, Double> figures(Figures figures) {
        return switch (source) {
            case "recent" -> figures.recent();
            case "fading" -> figures.fading();
            default -> figures.baselines().getOrDefault(source, Map.of());
        };
    }

    /** A fading figure looks as far back as a recent one. */
    private double weight(long learned) {
        return source.equals("recent") || source.equals("fading") ? Math.min(learned, WINDOW) : learned;
    }
}
