package io.eddy.wire;

/** Which bytes are UTF-8 (RFC 3629), without making a text of them. */
final class Utf8 {
    private Utf8() {}

    static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = length(bytes[at] & 0xFF);
            if (length == 0 || at + length > to || !isSecond(bytes[at] & 0xFF, bytes[at + 1] & 0xFF)) {
                return false;
            }
            for (int i = 2; i < length; i++) {
                if ((bytes[at + i] & 0xC0) != 0x80) {
                    return false;
                }
            }
            at += length;
        }
        return true;
    }

    /** Bytes of a character that begins with this one; 0 where none does. */
    private static int length(int first) {
        if (first >= 0xF0) {
            return first <= 0xF4 ? 4 : 0;
        }
        if (first >= 0xE0) {
            return 3;
        }
        return first >= 0xC2 ? 2 : 0;
    }

    /** Of the ones that go on, a second byte is not one that makes the character too long, too large or a surrogate. */
    private static boolean isSecond(int first, int second) {
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}
