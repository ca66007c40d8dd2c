package io.eddy.metrics;

/**
 * One of the last rejected samples.
 *
 * @param timestamp of the sample, in milliseconds since 1970
 * @param code why, one of the README's list
 * @param reason why, in words that may quote the sample
 */
public record RecentDeadLetter(int partition, long offset, long timestamp, String code, String reason) {}
