/**
 * Prequential evaluation: each sample is predicted before it is learned from, and that prediction is what counts (Dawid
 * 1984). The baselines that need no model stand beside it, always.
 */
package io.eddy.evaluation;
