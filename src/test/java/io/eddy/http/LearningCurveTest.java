package io.eddy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eddy.http.LearningCurve.Point;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
    private final LearningCurve curve = new LearningCurve(8);

    @Test
    void sumsWhatThePartitionsLearned() {
        curve.add(List.of(Reports.classification(0, 100, 0.5, 0.5), Reports.classification(1, 300, 0.9, 0.9)));

        assertThat(curve.points()).singleElement().satisfies(point -> {
            assertThat(point.learned()).isEqualTo(400);
            assertThat(point.figures())
                    .containsOnlyKeys(
                            "recentAccuracy",
                            "fadingAccuracy",
                            "noChangeAccuracy",
                            "majorityAccuracy",
                            "recentLogLoss");
        });
    }

    @Test
    void staysWithinItsBoundAndReachesFromStartToPresent() {
        for (int i = 1; i <= 1_000; i++) {
            learn(10L * i);

            assertThat(curve.points()).hasSizeBetween(1, 8);
            assertThat(learned()).startsWith(10L).endsWith(10L * i).isSorted();
        }
        assertThat(curve.points()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void dropsEverySecondPointWhenFullAndKeepsEverySecondFromThenOn() {
        for (int i = 1; i <= 8; i++) {
            learn(i);
        }
        assertThat(learned()).containsExactly(1L, 3L, 5L, 7L, 8L);

        learn(9);
        assertThat(learned()).containsExactly(1L, 3L, 5L, 7L, 9L);

        learn(10);
        learn(11);
        assertThat(learned()).containsExactly(1L, 3L, 5L, 7L, 9L, 11L);
    }

    @Test
    void idlingAddsNoPointsButRenewsTheLast() {
        curve.add(List.of(Reports.classification(0, 100, 0.5, 0.5)));
        curve.add(List.of(Reports.classification(0, 100, 0.6, 0.5)));

        assertThat(curve.points())
                .singleElement()
                .extracting(point -> point.figures().get("recentAccuracy"))
                .isEqualTo(0.6);
    }

    @Test
    void sumsDriftsAndAveragesTheCandidates() {
        curve.add(
                List.of(Reports.pool(0, 100, 2, Map.of("linear", 0.25)), Reports.pool(1, 100, 1, Map.of("relu", 0.5))));

        assertThat(curve.points()).singleElement().satisfies(point -> {
            assertThat(point.drifts()).isEqualTo(3);
            assertThat(point.candidates()).isEqualTo(Map.of("linear", 0.125, "relu", 0.25));
        });
    }

    @Test
    void drawsOneLineForEachNameAsLongAsTheOthers() {
        curve.add(List.of(Reports.unmeasured(0, 100)));
        curve.add(List.of(Reports.classification(0, 200, 0.5, 0.5)));

        Curve drawn = Curve.of(curve.points());

        assertThat(drawn.learned()).containsExactly(100L, 200L);
        assertThat(drawn.figures().get("recentAccuracy")).containsExactly(null, 0.5);
        assertThat(drawn.figures()).doesNotContainKey("recentRmse");
    }

    @Test
    void doesNotRunBackwardsWhenAPartitionMovesElsewhere() {
        curve.add(List.of(Reports.classification(0, 100, 0.5, 0.5), Reports.classification(1, 300, 0.9, 0.9)));
        curve.add(List.of());
        curve.add(List.of(Reports.classification(0, 150, 0.5, 0.5)));
        curve.add(List.of(Reports.classification(0, 160, 0.5, 0.5), Reports.classification(1, 340, 0.9, 0.9)));

        assertThat(learned()).containsExactly(400L, 450L, 500L);
    }

    @Test
    void refusesABoundThatCanNotHoldACurve() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LearningCurve(3));
    }

    private void learn(long learned) {
        curve.add(List.of(Reports.classification(0, learned, 0.5, 0.5)));
    }

    private List<Long> learned() {
        return curve.points().stream().map(Point::learned).toList();
    }
}
