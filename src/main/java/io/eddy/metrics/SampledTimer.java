package io.eddy.metrics;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Times each {@value #EACH}th of what one thread does: to look at the clock twice, and to count, takes a tenth of a sample's time. */
public final class SampledTimer {
    static final int EACH = 16;

    private final Timer timer;
    private long begun;
    private long since;

    SampledTimer(Timer timer) {
        this.timer = timer;
    }

    /** Something begins. */
    public void begin() {
        if (begun++ % EACH == 0) {
            since = System.nanoTime();
        }
    }

    /** What began last is done. */
    public void end() {
        if ((begun - 1) % EACH == 0) {
            timer.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        }
    }
}
