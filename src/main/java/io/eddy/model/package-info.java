/**
 * From a sample's inputs to an answer: one network that was configured, or a pool of candidates that finds out by itself.
 */
package io.eddy.model;
