package io.eddy.metrics;

import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import io.eddy.learner.Activity;
import io.eddy.learner.LearnerReport;
import io.eddy.model.Training;
import java.time.Duration;

/**
 * What a partition's thread published last.
 *
 * @param committed when, in milliseconds since 1970; 0 before the first commit since the partition came
 * @param behind milliseconds from the last sample's timestamp to that commit; NaN where there is none
 * @param restoration how long it took until the model was there
 */
record Published(PartitionReport partition, Activity activity, long committed, double behind, Duration restoration) {
    LearnerReport report() {
        return partition.report();
    }

    Training training() {
        return report().training();
    }

    Figures figures() {
        return report().figures();
    }

    Confusion confusion() {
        return figures().confusion();
    }

    /** Seconds since the commit. */
    double age() {
        return committed == 0 ? Double.NaN : (System.currentTimeMillis() - committed) / 1e3;
    }

    /** Seconds of restoration. */
    double restored() {
        return restoration.toNanos() / 1e9;
    }
}
