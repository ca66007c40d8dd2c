package io.eddy.metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Some of the last of many: at most one in {@value #APART} ms is kept, so that the others cost nothing. One thread adds. */
final class Recent<T> {
    static final int KEPT = 20;
    private static final long APART = 200;

    private final Deque<T> kept = new ArrayDeque<>(KEPT);
    private long last = Long.MIN_VALUE / 2;

    /** Whether one of this time would be kept; the thread that adds asks. */
    boolean isDue(long now) {
        return Math.abs(now - last) >= APART; // also when the clock was set back
    }

    synchronized void add(T one, long now) {
        last = now;
        if (kept.size() == KEPT) {
            kept.removeLast();
        }
        kept.addFirst(one);
    }

    /** The latest first. */
    synchronized List<T> list() {
        return List.copyOf(kept);
    }
}
