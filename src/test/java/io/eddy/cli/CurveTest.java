package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.evaluation.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void pointsAreAtDoublingCountsAndTheEnd() {
        assertThat(doubling(5000)).containsExactly(1000L, 2000L, 4000L, 5000L);
        assertThat(doubling(4000)).containsExactly(1000L, 2000L, 4000L);
        assertThat(doubling(999)).containsExactly(999L);
        assertThat(doubling(0)).isEmpty();
    }

    @Test
    void aPictureHasEvenStepsAndTheEnd() {
        Curve curve = run(10_013, true, new ArrayList<>(), new AtomicInteger());
        List<Long> rows = curve.even().stream().map(Curve.Point::rows).toList();
        assertThat(rows).startsWith(25L, 50L, 75L).endsWith(10_000L, 10_013L).hasSize(401);
    }

    @Test
    void figuresAreOnlyAskedForWhereAPointIsDue() {
        AtomicInteger asked = new AtomicInteger();
        List<Curve.Point> seen = new ArrayList<>();
        Curve curve = run(5000, false, seen, asked);
        assertThat(curve.even()).isEmpty();
        assertThat(asked).hasValue(4);
        assertThat(seen).isEqualTo(curve.doubling());
    }

    @Test
    void aDriftIsAtTheRowCountedLast() {
        Curve curve = run(7, false, new ArrayList<>(), new AtomicInteger());
        curve.drift();
        assertThat(curve.drifts()).containsExactly(7L);
    }

    private static List<Long> doubling(long total) {
        return run(total, false, new ArrayList<>(), new AtomicInteger()).doubling().stream()
                .map(Curve.Point::rows)
                .toList();
    }

    private static Curve run(long total, boolean isPlotted, List<Curve.Point> seen, AtomicInteger asked) {
        Curve curve = new Curve(total, isPlotted, seen::add);
        for (long row = 0; row < total; row++) {
            curve.row(() -> {
                asked.incrementAndGet();
                return Figures.NONE;
            });
        }
        return curve;
    }
}
