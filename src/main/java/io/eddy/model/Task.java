package io.eddy.model;

/** What is learned: classes or numbers. */
public enum Task {
    CLASSIFICATION,
    REGRESSION
}
