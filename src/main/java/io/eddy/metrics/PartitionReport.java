package io.eddy.metrics;

import io.eddy.learner.LearnerReport;

/**
 * One partition's learner at one moment.
 *
 * @param snapshotBytes length of the last snapshot written or read, 0 before the first
 */
public record PartitionReport(int partition, LearnerReport report, long snapshotBytes) {}
