/** From a decoded sample to a sparse vector: which input a field belongs to, and how its values are scaled. */
package io.eddy.feature;
