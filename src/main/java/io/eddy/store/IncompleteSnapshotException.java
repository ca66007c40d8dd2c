package io.eddy.store;

/** The chunks that are there do not make up one snapshot. */
public final class IncompleteSnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteSnapshotException(String message) {
        super(message);
    }
}
