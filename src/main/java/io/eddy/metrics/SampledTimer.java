package io.eddy.metrics;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * Times each {@value #EACH}th of what one thread does, but one a millisecond at most: to look at the clock twice, and to
 * count, takes as long as a small network takes to learn.
 */
public final class SampledTimer {
    static final int EACH = 16;

    private final Timer timer;
    private long begun;
    private long latest = Long.MIN_VALUE;
    private boolean timed;
    private long since;

    SampledTimer(Timer timer) {
        this.timer = timer;
    }

    /**
     * Something begins.
     *
     * @param now milliseconds, of a clock that need not be looked at
     */
    public void begin(long now) {
        timed = begun++ % EACH == 0 && now != latest;
        if (timed) {
            latest = now;
            since = System.nanoTime();
        }
    }

    /** What began last is done. */
    public void end() {
        if (timed) {
            timer.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        }
    }
}
