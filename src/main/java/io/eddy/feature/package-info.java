/**
 * From a decoded sample to a sparse vector: {@code FieldTable} knows what each field is, {@code FieldTerms} makes terms of its
 * values and {@code LabelMemory} of the labels before, {@code FeatureDictionary} knows which inputs these are.
 */
package io.eddy.feature;
