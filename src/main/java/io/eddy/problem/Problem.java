package io.eddy.problem;

/**
 * Something that a user can cause and mend: what went wrong, why, and what to do. It is shown in three lines, without a
 * stack trace.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String why;
    private final String remedy;
    private final boolean usage;

    private Problem(String what, String why, String remedy, boolean usage, Throwable cause) {
        super(what + ": " + why + "; " + remedy, cause);
        this.what = what;
        this.why = why;
        this.remedy = remedy;
        this.usage = usage;
    }

    /** Wrong usage or configuration: exit code 2. */
    public static Problem usage(String what, String why, String remedy) {
        return new Problem(what, why, remedy, true, null);
    }

    /** A failure while running: exit code 1. */
    public static Problem failure(String what, String why, String remedy) {
        return failure(what, why, remedy, null);
    }

    /** A failure while running, with what caused it (shown with {@code --verbose}). */
    public static Problem failure(String what, String why, String remedy, Throwable cause) {
        return new Problem(what, why, remedy, false, cause);
    }

    /** What went wrong; the message has all three. */
    public String what() {
        return what;
    }

    /** Why it happened. */
    public String why() {
        return why;
    }

    /** What the user can do. */
    public String remedy() {
        return remedy;
    }

    /** The exit code of a command that ends with this problem: 2 for wrong usage or configuration, 1 else. */
    public int exitCode() {
        return usage ? 2 : 1;
    }

    /** What, why, what to do: three lines, whatever is quoted in them. */
    public String report() {
        String because = TerminalText.harmless(String.valueOf(why)); // an exception's message may be null
        return "eddy: " + TerminalText.harmless(what) + System.lineSeparator() + "  why: " + because
                + System.lineSeparator() + "  do:  " + TerminalText.harmless(remedy);
    }
}
