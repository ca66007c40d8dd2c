package io.eddy.learner;

/**
 * What a learner has seen since it was made or read. It is no part of what survives a restart, nor does any answer depend on it.
 *
 * @param valuesPresent values of the first 1,000 fields known that labelled samples had
 * @param valuesMissing values of these fields that they lacked
 * @param gradientNorm Euclidean, of the first update after this was last asked for, all networks together; 0 before the first
 */
public record Activity(long valuesPresent, long valuesMissing, double gradientNorm) {}
