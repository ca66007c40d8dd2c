package io.eddy.store;

/** Some chunks of a snapshot are there, and others are not. */
public final class IncompleteSnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteSnapshotException(String message) {
        super(message);
    }
}
