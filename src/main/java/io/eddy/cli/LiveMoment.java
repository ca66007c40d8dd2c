package io.eddy.cli;

import io.eddy.http.CurveSeries;
import io.eddy.http.LearnerView;
import io.eddy.http.PartitionView;
import io.eddy.learner.LearnerReport;
import io.eddy.metrics.PartitionReport;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * A learner's figures at one moment, over all of its partitions. A figure that has no value yet is not a number.
 *
 * @param at in milliseconds since 1970
 * @param score accuracy, or RMSE of a regression, over the last samples
 * @param loss logLoss, or MAE of a regression, over the last samples
 * @param noChange the score of the baseline that repeats the last label
 * @param secondsBehind of the partition that is furthest behind
 */
record LiveMoment(
        long at,
        boolean regression,
        long consumed,
        long learned,
        long deadLettered,
        double score,
        double loss,
        double noChange,
        double secondsBehind) {
    static LiveMoment of(LearnerView view) {
        List<PartitionReport> reports = view.partitions().stream()
                .filter(partition -> partition.report() != null)
                .map(PartitionView::toReport)
                .toList();
        boolean regression = reports.stream().anyMatch(r -> r.report().task().equals("regression"));
        return new LiveMoment(
                view.at(),
                regression,
                sum(reports, LearnerReport::consumed),
                sum(reports, LearnerReport::learned),
                sum(reports, LearnerReport::deadLettered),
                mean(reports, regression ? CurveSeries.RECENT_RMSE : CurveSeries.RECENT_ACCURACY),
                mean(reports, regression ? CurveSeries.RECENT_MAE : CurveSeries.RECENT_LOG_LOSS),
                mean(reports, regression ? CurveSeries.NO_CHANGE_RMSE : CurveSeries.NO_CHANGE_ACCURACY),
                view.partitions().stream()
                        .map(PartitionView::secondsBehind)
                        .filter(Objects::nonNull)
                        .max(Double::compare)
                        .orElse(Double.NaN));
    }

    private static long sum(List<PartitionReport> reports, ToLongFunction<LearnerReport> count) {
        return reports.stream().mapToLong(r -> count.applyAsLong(r.report())).sum();
    }

    private static double mean(List<PartitionReport> reports, CurveSeries series) {
        return series.mean(reports).orElse(Double.NaN);
    }

    String scoreName() {
        return regression ? "rmse" : "accuracy";
    }

    String lossName() {
        return regression ? "mae" : "logLoss";
    }

    /** Samples a second since an earlier moment; 0 where the learner began anew in between. */
    double perSecond(LiveMoment earlier) {
        return Math.max(0, consumed - earlier.consumed) * 1e3 / (at - earlier.at);
    }
}
