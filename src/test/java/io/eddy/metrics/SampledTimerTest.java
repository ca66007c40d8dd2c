package io.eddy.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** Which samples are timed. */
class SampledTimerTest {
    private final Timer timer = new SimpleMeterRegistry().timer("t");
    private final SampledTimer sampled = new SampledTimer(timer);

    @Test
    void eachSixteenthWhereTheyAreFew() {
        for (int n = 0; n < 33; n++) {
            time(1_000L * n);
        }
        assertThat(timer.count()).isEqualTo(3);
    }

    @Test
    void oneAMillisecondWhereTheyAreMany() {
        for (int n = 0; n < 1_600; n++) {
            time(n / 400);
        }
        assertThat(timer.count()).isEqualTo(4);
    }

    @Test
    void whatDidNotEndIsNotCounted() {
        sampled.begin(0);
        sampled.begin(1);
        sampled.end();
        assertThat(timer.count()).isZero();
    }

    private void time(long now) {
        sampled.begin(now);
        sampled.end();
    }
}
