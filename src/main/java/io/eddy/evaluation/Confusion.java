package io.eddy.evaluation;

import java.util.List;

/**
 * The confusion matrix: how often which class was answered where which was true. Absent, that is empty, for a regression
 * and beyond {@value #MOST_CLASSES} classes.
 *
 * @param classes their names
 * @param counts for each true class how often each was predicted, both in the order of the names
 */
public record Confusion(List<String> classes, List<List<Long>> counts) {
    /** Of more classes there is none: its size is the square of theirs. */
    public static final int MOST_CLASSES = 50;

    /** Nothing to show. */
    public static final Confusion NONE = new Confusion(List.of(), List.of());

    public boolean isPresent() {
        return !classes.isEmpty();
    }
}
