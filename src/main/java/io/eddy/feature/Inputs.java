package io.eddy.feature;

import io.eddy.network.SparseVector;

/** One sample as a model sees it. Reused from sample to sample. */
public final class Inputs {
    private final SparseVector features = new SparseVector();
    private final SparseVector withMemory = new SparseVector();
    private int lastClass = -1;
    private float lastValue;

    /** The inputs from the sample's own fields. */
    public SparseVector features() {
        return features;
    }

    /** The same, and those from the labels before; both number inputs alike. */
    public SparseVector withMemory() {
        return withMemory;
    }

    /** The class of the last label, or -1. */
    public int lastClass() {
        return lastClass;
    }

    /** The last label of a regression, standardised; 0, the mean, before the first. */
    public float lastValue() {
        return lastValue;
    }

    /** Sets the last label. */
    public void setLast(int labelClass, float value) {
        lastClass = labelClass;
        lastValue = value;
    }

    void clear() {
        features.clear();
        withMemory.clear();
    }

    void add(int input, float value, boolean isMemory) {
        if (!isMemory) {
            features.add(input, value);
        }
        withMemory.add(input, value);
    }
}
