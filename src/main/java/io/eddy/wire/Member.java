package io.eddy.wire;

import java.util.Arrays;

/**
 * A member's name as it stands in the bytes of an object, {@code "temp":}, and what that object calls it,
 * {@code sensor.temp}.
 */
final class Member {
    final FieldName parent;
    final FieldName field;
    final int hash;

    /** Bytes of the quoted name and its colon. */
    final int length;

    private final long[] words; // of them, eight to each
    private final long lastMask; // of what belongs to the name in the last word

    /** What followed it in the last object: a guess. */
    Member follower;

    /** The next one in the same bucket of the table. */
    Member chained;

    /** From a name in the bytes.
     *
     * @param from where the name's first byte is, behind the quote; a quote ends it at {@code to} */
    Member(FieldName parent, FieldName field, int hash, byte[] json, int from, int to) {
        this.parent = parent;
        this.field = field;
        this.hash = hash;
        length = to - from + 3;
        words = new long[(length + 7) / 8];
        byte[] token = Arrays.copyOf(Arrays.copyOfRange(json, from - 1, to + 1), 8 * words.length);
        token[length - 1] = ':';
        for (int w = 0; w < words.length; w++) {
            words[w] = ByteWords.get(token, 8 * w);
        }
        lastMask = -1L >>> (8 * (8 * words.length - length));
    }

    /** Whether the bytes go on with it, colon and all; they may be padding from {@code at} on, not outside the array. */
    boolean isAt(byte[] json, int at) {
        int last = words.length - 1;
        for (int w = 0; w < last; w++) {
            if (words[w] != ByteWords.get(json, at + 8 * w)) {
                return false;
            }
        }
        return words[last] == (ByteWords.get(json, at + 8 * last) & lastMask);
    }

    /** Whether it is that name in that object. */
    boolean is(FieldName object, byte[] json, int from, int to) {
        if (object != parent || to - from != length - 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int b = 1 + i - from; // behind the quote
            if (json[i] != (byte) (words[b >>> 3] >>> (8 * (b & 7)))) {
                return false;
            }
        }
        return true;
    }
}
