package io.eddy.feature;

import io.eddy.network.SparseVector;

/** A sample as the model sees it. */
public final class Inputs {
    private final SparseVector features = new SparseVector();
    private final SparseVector withMemory = new SparseVector();
    private int lastClass = -1;
    private float lastValue;

    /** The inputs from its fields. */
    public SparseVector features() {
        return features;
    }

    /** The same and those from the last labels. */
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
}
