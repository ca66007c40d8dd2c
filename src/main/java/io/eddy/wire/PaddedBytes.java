package io.eddy.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A copy of a value with zeros behind it. No JSON has a zero byte, so a scanner stops there without asking for the
 * end, and a word of eight bytes can be read at any place.
 */
final class PaddedBytes {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Enough for the last byte of a value to be the first of a name. */
    static final int PADDING = 16 + SampleDecoder.LONGEST_NAME * 3;

    private byte[] bytes = new byte[1024];

    byte[] load(byte[] value) {
        int needed = value.length + PADDING;
        if (bytes.length < needed) {
            bytes = new byte[Math.max(needed, 2 * bytes.length)];
        }
        System.arraycopy(value, 0, bytes, 0, value.length);
        WORD.set(bytes, value.length, 0L);
        return bytes;
    }

    /** Eight bytes, the first one lowest. */
    static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }
}
