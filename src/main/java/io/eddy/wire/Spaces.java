package io.eddy.wire;

/** What may stand between the parts of a JSON text. */
final class Spaces {
    private Spaces() {}

    /** The first place from {@code at} on that has none. */
    static int end(byte[] json, int at) {
        int place = at;
        while (json[place] <= ' ' && isSpace(json[place])) {
            place++;
        }
        return place;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
