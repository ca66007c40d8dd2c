package io.eddy.wire;

/** A sample that can be neither predicted nor learned from. It has no stack trace: it says what the input is like. */
public final class RejectedSampleException extends Exception {
    private static final long serialVersionUID = 1L;

    // it goes into a header, and quotes the sample
    private static final int LONGEST = 200;

    private final RejectionCode code;

    public RejectedSampleException(RejectionCode code, String message) {
        super(message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message, null, false, false);
        this.code = code;
    }

    public RejectionCode code() {
        return code;
    }
}
