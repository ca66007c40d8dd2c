package io.eddy.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts by their bytes, so that one that comes again is not made again. A table of a fixed size: each text has four
 * places where it can be, moves forward when it is found, and a new one takes the last: words that are never seen
 * again don't drive out those that are.
 */
final class ByteStrings {
    private static final int PLACES = 4;
    private static final int GROUPS = 512;
    private static final int LONGEST = 256; // a longer one hardly comes again

    private final byte[][] bytes = new byte[GROUPS * PLACES][];
    private final String[] texts = new String[GROUPS * PLACES];

    /** The text between two quotes; null where the bytes are no UTF-8. */
    String text(byte[] json, int from, int to, int hash) {
        int group = (hash & (GROUPS - 1)) * PLACES;
        for (int place = group; place < group + PLACES && bytes[place] != null; place++) {
            if (Arrays.equals(bytes[place], 0, bytes[place].length, json, from, to)) {
                String found = texts[place];
                if (place > group) {
                    forward(place);
                }
                return found;
            }
        }
        if (!Utf8.isValid(json, from, to)) {
            return null;
        }
        String made = new String(json, from, to - from, StandardCharsets.UTF_8);
        if (to - from <= LONGEST) {
            int place = group;
            while (place < group + PLACES - 1 && bytes[place] != null) {
                place++;
            }
            bytes[place] = Arrays.copyOfRange(json, from, to);
            texts[place] = made;
        }
        return made;
    }

    private void forward(int place) {
        byte[] otherBytes = bytes[place - 1];
        String otherText = texts[place - 1];
        bytes[place - 1] = bytes[place];
        texts[place - 1] = texts[place];
        bytes[place] = otherBytes;
        texts[place] = otherText;
    }
}
