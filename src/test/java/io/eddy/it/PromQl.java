package io.eddy.it;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which series an expression of Prometheus' query language asks for. */
final class PromQl {
    private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern SELECTION = Pattern.compile("\\{[^}]*\\}|\\[[^\\]]*\\]");
    private static final Pattern LABELS =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.:$])[a-zA-Z_:][\\w:]*(?!\\s*\\(|[\\w:])");
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "unless",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "offset",
            "bool",
            "inf",
            "nan");

    private PromQl() {}

    /** The names of metrics, without functions, labels and what is within strings. */
    static Set<String> metrics(String expression) {
        String rest = expression;
        for (Pattern beside : List.of(STRING, SELECTION, LABELS)) {
            rest = beside.matcher(rest).replaceAll(" ");
        }
        Set<String> names = new TreeSet<>();
        Matcher words = WORD.matcher(rest);
        while (words.find()) {
            names.add(words.group());
        }
        names.removeAll(KEYWORDS);
        return names;
    }
}
