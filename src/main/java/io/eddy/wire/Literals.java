package io.eddy.wire;

/** {@code true}, {@code false} and {@code null}. */
final class Literals {
    private static final int TRUE = word('t', 'r', 'u', 'e');
    private static final int ALSE = word('a', 'l', 's', 'e');
    private static final int NULL = word('n', 'u', 'l', 'l');

    private Literals() {}

    /** The place behind one; -1 where there is none. */
    static int end(byte[] json, int at) {
        int four = (int) ByteWords.get(json, at);
        if (four == TRUE || four == NULL) {
            return at + 4;
        }
        return json[at] == 'f' && (int) ByteWords.get(json, at + 1) == ALSE ? at + 5 : -1;
    }

    private static int word(char a, char b, char c, char d) {
        return a | b << 8 | c << 16 | d << 24;
    }
}
