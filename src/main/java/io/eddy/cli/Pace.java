package io.eddy.cli;

import io.eddy.problem.Problem;
import java.util.concurrent.TimeUnit;

/** Holds a rate without drifting from it. */
final class Pace {
    private final double nanosEach;
    private final long started = System.nanoTime();
    private long count;

    Pace(Double perSecond) {
        nanosEach = nanosEach(perSecond);
    }

    /** The nanoseconds between two; 0 where no rate is given. */
    static double nanosEach(Double perSecond) {
        if (perSecond != null && !(perSecond > 0)) {
            throw Problem.usage(
                    "--rate " + perSecond + " can't be", "it is rows a second", "give more than 0, or leave it out");
        }
        return perSecond == null ? 0 : 1e9 / perSecond;
    }

    void await() throws InterruptedException {
        long wait = started + (long) (count++ * nanosEach) - System.nanoTime();
        if (nanosEach > 0 && wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }
}
