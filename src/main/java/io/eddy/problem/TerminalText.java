package io.eddy.problem;

/** Text from a topic or a file, for a terminal. */
public final class TerminalText {
    private TerminalText() {}

    /** The text in one line that steers no terminal: neither by control characters nor by invisible ones. */
    public static String harmless(String text) {
        return text.codePoints()
                .map(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> '?';
                    default -> c;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
