package io.eddy.wire;

/**
 * A copy of a value with zeros behind it. No JSON has a zero byte, so a scanner stops there without asking for the
 * end, and a word of eight bytes can be read at any place.
 */
final class PaddedBytes {
    /** Enough for the last byte of a value to be the first of a name. */
    private static final int PADDING = 16 + 3 * SampleDecoder.LONGEST_NAME;

    private byte[] bytes = new byte[4096];

    byte[] load(byte[] value) {
        int needed = value.length + PADDING;
        if (bytes.length < needed) {
            bytes = new byte[Math.max(needed, 2 * bytes.length)];
        }
        System.arraycopy(value, 0, bytes, 0, value.length);
        ByteWords.put(bytes, value.length, 0);
        return bytes;
    }
}
