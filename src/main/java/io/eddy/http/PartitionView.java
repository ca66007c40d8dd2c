package io.eddy.http;

import io.eddy.learner.LearnerReport;
import io.eddy.metrics.PartitionJournal;
import io.eddy.metrics.PartitionJournal.Stored;
import io.eddy.metrics.PartitionReport;

/**
 * One partition as the page shows it.
 *
 * @param state {@code running}, {@code restoring}, or {@code stopped} with the process that it was in
 * @param progress how much of it is restored, from 0 to 1
 * @param report null while restoring
 * @param snapshotBytes length of the stored model
 * @param stored what was written with the last commit, and its digest; null before the first
 * @param restored what the partition began with here; null where it began with nothing
 * @param secondsBehind how old one of the last samples was when it was answered; null before the first
 */
public record PartitionView(
        int partition,
        String state,
        double progress,
        LearnerReport report,
        long snapshotBytes,
        Stored stored,
        Stored restored,
        Double secondsBehind) {
    public static PartitionView running(PartitionReport report, PartitionJournal journal) {
        return new PartitionView(
                report.partition(),
                "running",
                1,
                report.report(),
                report.snapshotBytes(),
                journal.stored(),
                journal.restored(),
                journal.secondsBehind());
    }

    PartitionView stopped() {
        return new PartitionView(
                partition, "stopped", progress, report, snapshotBytes, stored, restored, secondsBehind);
    }

    /** What the curve is made of; only while running. */
    public PartitionReport toReport() {
        return new PartitionReport(partition, report, snapshotBytes);
    }

    /** A partition whose model is being read. */
    public static PartitionView restoring(int partition, double progress) {
        return new PartitionView(partition, "restoring", progress, null, 0, null, null, null);
    }
}
