/** The state store: a live learner, written to a key-value store and its changelog once per commit. */
package io.eddy.store;
