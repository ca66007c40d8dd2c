/**
 * The learner of one partition: all that survives a restart, and the byte format in which it does.
 *
 * <p>{@link io.eddy.learner.OnlineLearner} is the loop: predict, measure, learn. {@link io.eddy.learner.LearnerSnapshot}
 * is its bytes.
 */
package io.eddy.learner;
