package io.eddy.http;

import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import io.eddy.learner.LearnerReport;
import io.eddy.metrics.PartitionReport;
import io.eddy.model.Training;
import java.util.List;
import java.util.Map;

/** Reports of partitions with the figures that a test is about. */
final class Reports {
    private Reports() {}

    /** A partition that is learning classes. */
    static PartitionReport classification(int partition, long learned, double recent, double all) {
        Figures figures = new Figures(
                Map.of("accuracy", all, "kappa", 0.5),
                Map.of("accuracy", recent, "logLoss", 1 - recent),
                Map.of("accuracy", recent, "skill", 0.25),
                Map.of("noChange", Map.of("accuracy", 0.4), "majority", Map.of("accuracy", 0.3)),
                new Confusion(List.of("a", "b"), List.of(List.of(3L, 1L), List.of(0L, 2L))));
        return new PartitionReport(partition, report("classification", learned, 2, figures), 4_321);
    }

    /** A partition that is learning numbers. */
    static PartitionReport regression(int partition, long learned, double recent, double all) {
        Figures figures = new Figures(
                Map.of("rmse", all, "mae", all / 2),
                Map.of("rmse", recent),
                Map.of("rmse", recent, "skill", 0.25),
                Map.of("noChange", Map.of("rmse", 4.0), "mean", Map.of("rmse", 6.0)),
                Confusion.NONE);
        return new PartitionReport(partition, report("regression", learned, 0, figures), 4_321);
    }

    /** A partition that has not measured anything yet. */
    static PartitionReport unmeasured(int partition, long learned) {
        return new PartitionReport(partition, report("undecided", learned, 0, Figures.NONE), 0);
    }

    /** A partition with a pool of candidates that has found drifts. */
    static PartitionReport pool(int partition, long learned, long drifts, Map<String, Double> candidates) {
        LearnerReport report = report("classification", learned, 2, Figures.NONE, candidates, Map.of("adwin", drifts));
        return new PartitionReport(partition, report, 4_321);
    }

    private static LearnerReport report(String task, long learned, int classes, Figures figures) {
        return report(task, learned, classes, figures, Map.of(), Map.of());
    }

    private static LearnerReport report(
            String task,
            long learned,
            int classes,
            Figures figures,
            Map<String, Double> candidates,
            Map<String, Long> drifts) {
        Map<String, Long> deadLetters = Map.of("MALFORMED_JSON", 3L);
        return new LearnerReport(
                task,
                learned,
                learned + 6,
                2,
                1,
                deadLetters,
                7,
                0,
                classes,
                new Training(263, 0.05, 0, 0, 0, 0, 0),
                candidates,
                drifts,
                0,
                0,
                figures);
    }
}
