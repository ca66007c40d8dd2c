package io.eddy.feature;

/** Which of a sample's inputs a network sees; each view has all of the one before. */
public enum View {
    /** Numbers, categories, times, words, what is missing. */
    FEATURES,
    /** An input for each value of numbers that have few. */
    LEVELS,
    /** The labels before. */
    MEMORY
}
