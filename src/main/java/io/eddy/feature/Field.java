package io.eddy.feature;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What is known of one field: what its values are, how often it was there, and its inputs. */
final class Field {
    static final int UNKNOWN = -1;

    /** An input whose numbers are scaled. */
    static final class Scaled {
        final int input;
        final RunningStatistics seen;

        Scaled(int input, boolean mayBeLogarithmic) {
            this.input = input;
            this.seen = new RunningStatistics(mayBeLogarithmic);
        }
    }

    final String name;
    final int number; // in order of appearance
    FieldType type;
    final boolean isGiven; // the type, so that no value changes it
    final boolean isEpoch; // its numbers are points in time
    boolean isContinuous; // has other than few values, all multiples of a half
    long present; // labelled samples that had it
    long lastSeen; // of the sample at hand: its mark
    private Scaled plain; // of the kind NUMBER, which most fields have and nothing else
    private final Map<TermKind, Scaled> scaled = new EnumMap<>(TermKind.class);
    private final Map<TermKind, Map<String, Integer>> named = new EnumMap<>(TermKind.class);
    private double[] levelNumbers = {};
    private int[] levelInputs = {};
    private int levels;

    Field(String name, int number, FieldType type, boolean isGiven, boolean isEpoch) {
        this.name = name;
        this.number = number;
        this.type = type;
        this.isGiven = isGiven;
        this.isEpoch = isEpoch;
    }

    /** Null if there is none. */
    Scaled scaled(TermKind kind) {
        return kind == TermKind.NUMBER ? plain : scaled.get(kind);
    }

    /** The input of one of few values; {@link #UNKNOWN} if there is none. */
    int level(double number) {
        for (int l = 0; l < levels; l++) {
            if (levelNumbers[l] == number) {
                return levelInputs[l];
            }
        }
        return UNKNOWN;
    }

    /** {@link #UNKNOWN} if there is none. */
    int named(TermKind kind, String text) {
        Map<String, Integer> inputs = named.get(kind);
        return inputs == null ? UNKNOWN : inputs.getOrDefault(text, UNKNOWN);
    }

    /** How many values have an input. */
    int levels() {
        return levels;
    }

    Scaled addScaled(TermKind kind, int input, boolean mayBeLogarithmic) {
        Scaled added = new Scaled(input, mayBeLogarithmic);
        if (kind == TermKind.NUMBER) {
            plain = added;
        } else {
            scaled.put(kind, added);
        }
        return added;
    }

    void addNamed(TermKind kind, String text, int input) {
        if (kind == TermKind.LEVEL) {
            addLevel(Double.parseDouble(text), input);
            return;
        }
        named.computeIfAbsent(kind, k -> new HashMap<>()).put(text, input);
    }

    private void addLevel(double number, int input) {
        if (levels == levelInputs.length) {
            levelNumbers = Arrays.copyOf(levelNumbers, 2 * levels + 4);
            levelInputs = Arrays.copyOf(levelInputs, 2 * levels + 4);
        }
        levelNumbers[levels] = number;
        levelInputs[levels++] = input;
    }
}
