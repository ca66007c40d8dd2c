package io.eddy.feature;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** The words of a text, in so many groups by their hash (Weinberger et al. 2009). Not thread safe. */
final class Words {
    static final int GROUPS = 256;

    /** A text with so many words, between white space, is no name of a category. */
    private static final int SENTENCE = 4;

    // sums of such weights are exact, so they do not depend on the order of fields that share an input
    private static final double WEIGHT_STEPS = 4096;
    private static final String[] NAMES =
            IntStream.range(0, GROUPS).mapToObj(Integer::toString).toArray(String[]::new);

    private final int[] counts = new int[GROUPS];

    static boolean isSentence(String text) {
        int words = 0;
        boolean within = false;
        for (int i = 0; i < text.length() && words < SENTENCE; i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            words += !blank && !within ? 1 : 0;
            within = !blank;
        }
        return words >= SENTENCE;
    }

    /** Adds the groups of the text's words; each distinct one weighs 1 / sqrt(their number). */
    void addTo(Terms terms, Field field, String text) {
        Set<String> distinct = new HashSet<>();
        String lower = lowered(text);
        int from = 0;
        while (from < lower.length()) {
            int to = from;
            while (to < lower.length() && isOfWord(lower.codePointAt(to))) {
                to += Character.charCount(lower.codePointAt(to));
            }
            if (to > from && distinct.add(lower.substring(from, to))) {
                counts[group(lower, from, to)]++;
            }
            from = to < lower.length() ? to + Character.charCount(lower.codePointAt(to)) : to;
        }
        double weight = Math.rint(WEIGHT_STEPS / Math.sqrt(distinct.size())) / WEIGHT_STEPS;
        for (int g = 0; g < GROUPS; g++) {
            if (counts[g] > 0) {
                terms.addNamed(TermKind.WORDS, field, NAMES[g], counts[g] * weight);
                counts[g] = 0;
            }
        }
    }

    /** By rules of its own: what Unicode calls a letter differs from JDK to JDK. */
    private static boolean isOfWord(int c) {
        if (c < 0xC0) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 0xAA || c == 0xB5 || c == 0xBA;
        }
        boolean isPunctuation =
                (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF10);
        return c != 0xD7 && c != 0xF7 && !isPunctuation;
    }

    /** Latin, Greek and Cyrillic, whose small letters were settled long ago. */
    private static String lowered(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(c -> c < 0x530 ? Character.toLowerCase(c) : c).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static int group(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return (hash * 0x9E3779B9) >>> 24;
    }
}
