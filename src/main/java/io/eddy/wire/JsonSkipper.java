package io.eddy.wire;

/** Reads over a value of the plain form, of which nothing is wanted but that it is JSON. */
final class JsonSkipper {
    private static final int GIVE_UP = -1;

    private final StringScanner strings = new StringScanner();
    private final NumberScanner numbers = new NumberScanner();
    private final int deepest;

    JsonSkipper(int deepest) {
        this.deepest = deepest;
    }

    /** The place behind the value that begins at {@code at}; -1 where it is not plain. */
    int end(byte[] json, int at, int depth) {
        return switch (json[at]) {
            case '"' -> string(json, at);
            case '{' -> depth < deepest ? children(json, at + 1, depth + 1, '}') : GIVE_UP;
            case '[' -> depth < deepest ? children(json, at + 1, depth + 1, ']') : GIVE_UP;
            case 't', 'f', 'n' -> Literals.end(json, at);
            default -> numbers.end(json, at);
        };
    }

    private int children(byte[] json, int from, int depth, char last) {
        int at = Spaces.end(json, from);
        if (json[at] == last) {
            return at + 1;
        }
        while (true) {
            if (last == '}') {
                int name = string(json, at);
                int colon = name == GIVE_UP ? GIVE_UP : Spaces.end(json, name);
                if (colon == GIVE_UP || json[colon] != ':') {
                    return GIVE_UP;
                }
                at = Spaces.end(json, colon + 1);
            }
            at = end(json, at, depth);
            if (at == GIVE_UP) {
                return GIVE_UP;
            }
            at = Spaces.end(json, at);
            if (json[at] != ',') {
                return json[at] == last ? at + 1 : GIVE_UP;
            }
            at = Spaces.end(json, at + 1);
        }
    }

    private int string(byte[] json, int at) {
        int quote = json[at] == '"' ? strings.end(json, at + 1) : GIVE_UP;
        return quote != GIVE_UP && (strings.isAscii() || Utf8.isValid(json, at + 1, quote)) ? quote + 1 : GIVE_UP;
    }
}
