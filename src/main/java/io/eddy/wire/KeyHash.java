package io.eddy.wire;

/** 64-bit FNV-1a (Fowler, Noll and Vo) of a record's key, its bits mixed once more (Stafford 2011). */
final class KeyHash {
    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private KeyHash() {}

    static long of(byte[] key) {
        long hash = OFFSET;
        for (byte b : key) {
            hash = (hash ^ (b & 0xFF)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }
}
