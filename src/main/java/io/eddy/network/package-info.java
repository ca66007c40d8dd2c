/**
 * Feedforward and recurrent networks, trained one sample or one batch at a time. Needs the JDK only.
 *
 * <pre>
 *   NetworkShape, UpdateRule      what it looks like, how it changes: records
 *   Network                       forward, backward, update
 *     Layer        z = b + x W    one row of Weights for each input
 *     Relaxation   h = f(z + h U) between the units of a recurrent layer
 *     Activation, Objective       hidden units; output units with their loss
 *     Descent                     one step down the gradient
 *     Optimizer, RateSchedule     how a Row of weights follows its gradient
 *     UnitPaces                   what an optimizer remembers of units
 *     Kernels, Elementwise        the loops: Plain..., or VectorApi..., same bits
 *     Exponentials, Trigonometry  approximations with bounds, the same bits everywhere
 *   Scratch                       where samples pass through: never stored
 *   Batch                         samples that wait for each other: stored
 * </pre>
 */
package io.eddy.network;
