package io.eddy.cli;

import io.eddy.problem.Problem;
import java.util.concurrent.TimeUnit;

/** Holds a rate without drifting from it. */
final class Pace {
    private final double nanosEach;
    private final long started = System.nanoTime();
    private long count;

    /** @param perSecond null for as fast as it goes */
    Pace(Double perSecond) {
        requireRate(perSecond);
        nanosEach = perSecond == null ? 0 : 1e9 / perSecond;
    }

    /** Refuses a rate that can't be. */
    static void requireRate(Double perSecond) {
        if (perSecond != null && !(perSecond > 0)) {
            throw Problem.usage(
                    "--rate " + perSecond + " can't be", "it is rows a second", "give more than 0, or leave it out");
        }
    }

    /** Refuses a number of samples after which nothing can end; null for going on for ever. */
    static void requireSome(Long samples) {
        if (samples != null && samples < 1) {
            throw Problem.usage(
                    "--samples " + samples + " can't be",
                    "it is after how many samples to end",
                    "give at least 1, or leave it out to go on for ever");
        }
    }

    void await() throws InterruptedException {
        long wait = started + (long) (count++ * nanosEach) - System.nanoTime();
        if (nanosEach > 0 && wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }
}
