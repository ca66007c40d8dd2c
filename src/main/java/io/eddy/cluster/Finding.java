package io.eddy.cluster;

/**
 * What an examination found.
 *
 * @param subject what was looked at
 * @param what how it is
 * @param remedy what to do; empty where it is as it should be
 */
public record Finding(Level level, String subject, String what, String remedy) {
    /** How bad it is. */
    public enum Level {
        OK,
        WARNING,
        FAILURE
    }

    public static Finding ok(String subject, String what) {
        return new Finding(Level.OK, subject, what, "");
    }

    static Finding warning(String subject, String what, String remedy) {
        return new Finding(Level.WARNING, subject, what, remedy);
    }

    public static Finding failure(String subject, String what, String remedy) {
        return new Finding(Level.FAILURE, subject, what, remedy);
    }
}
