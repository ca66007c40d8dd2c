package io.eddy.feature;

import io.eddy.network.SparseVector;

/** One sample as a model sees it. Reused from sample to sample. */
public final class Inputs {
    private final SparseVector features = new SparseVector();
    private final SparseVector levels = new SparseVector();
    private final SparseVector memory = new SparseVector();
    private boolean hasLevels; // else the view of levels is that of features
    private boolean hasMemory; // else the view of memory is that of levels
    private int lastClass = -1;
    private float lastValue;

    /** What a view shows; all number inputs alike. */
    public SparseVector of(View view) {
        return switch (view) {
            case FEATURES -> features;
            case LEVELS -> hasLevels ? levels : features;
            case MEMORY -> hasMemory ? memory : of(View.LEVELS);
        };
    }

    /** The class of the last label, or -1; of a regression it means nothing. */
    public int lastClass() {
        return lastClass;
    }

    /** The last label of a regression, as a target; 0, the mean, before the first. */
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
        hasLevels = false;
        hasMemory = false;
    }

    /** Adds an input, to be seen from a view on. */
    void add(int input, float value, View first) {
        if (first == View.LEVELS && !hasLevels) {
            levels.copy(features);
            hasLevels = true;
        }
        if (first == View.MEMORY && !hasMemory) {
            memory.copy(of(View.LEVELS));
            hasMemory = true;
        }
        if (first == View.FEATURES) {
            features.add(input, value);
        }
        if (hasLevels && first != View.MEMORY) {
            levels.add(input, value);
        }
        if (hasMemory) {
            memory.add(input, value);
        }
    }
}
