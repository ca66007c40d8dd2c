package io.eddy.wire;

/** A sample that can be neither predicted nor learned from. It has no stack trace: it says what the input is like. */
public final class RejectedSampleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectionCode code;

    public RejectedSampleException(RejectionCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public RejectionCode code() {
        return code;
    }
}
