/**
 * The network: layers, activations, objectives and their backpropagation. Imports the JDK only.
 *
 * <p>Three things stay apart: the shape ({@link io.eddy.network.NetworkShape}, immutable), the model
 * ({@link io.eddy.network.Network}: weights, all that survives a restart) and the scratch
 * ({@link io.eddy.network.Scratch}: activations and deltas of one sample, allocated once, never stored).
 */
package io.eddy.network;
