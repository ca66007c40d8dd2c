package io.eddy.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.LearnerConfig;
import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import io.eddy.learner.Activity;
import io.eddy.learner.LearnerReport;
import io.eddy.learner.OnlineLearner;
import io.eddy.model.Training;
import io.eddy.wire.Prediction;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerMetersTest {
    private static final Confusion TWO_CLASSES =
            new Confusion(List.of("a", "b"), List.of(List.of(3L, 1L), List.of(0L, 2L)));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LearnerMeters.Partition partition = new LearnerMeters(registry).open(7);

    /** Each at a distance of its own from the accuracy. */
    private static Map<String, Double> figures(double accuracy) {
        return Map.of(
                "accuracy", accuracy,
                "logLoss", accuracy + 1,
                "skill", accuracy + 2,
                "macroF1", accuracy + 3,
                "kappaNoChange", accuracy + 4,
                "balancedAccuracy", accuracy + 5,
                "kappa", accuracy + 6,
                "rmse", accuracy + 7,
                "mae", accuracy + 8,
                "r2", accuracy + 9);
    }

    @ParameterizedTest
    @CsvSource({
        "eddy.accuracy, 0",
        "eddy.log.loss, 1",
        "eddy.skill, 2",
        "eddy.macro.f1, 3",
        "eddy.kappa.no.change, 4",
        "eddy.balanced.accuracy, 5",
        "eddy.kappa, 6",
        "eddy.rmse, 7",
        "eddy.mae, 8",
        "eddy.r2, 9",
    })
    void aMeasureIsShownOverAllTheLastAndFadingSamples(String meter, double distance) {
        commit(TWO_CLASSES);
        assertThat(gauge(meter, "window", "all")).isEqualTo(0.1 + distance);
        assertThat(gauge(meter, "window", "recent")).isEqualTo(0.2 + distance);
        assertThat(gauge(meter, "window", "fading")).isEqualTo(0.3 + distance);
    }

    @ParameterizedTest
    @CsvSource({
        "eddy.samples, outcome, learned, 10",
        "eddy.samples, outcome, predicted_only, 4",
        "eddy.samples, outcome, dead_lettered, 5",
        "eddy.samples, outcome, tombstone, 2",
        "eddy.dead.letters, code, BAD_LABEL, 5",
        "eddy.dead.letters, code, NON_FINITE, 0",
        "eddy.predictions, partition, 7, 14",
        "eddy.measured, partition, 7, 9",
        "eddy.correct, partition, 7, 8",
        "eddy.class.samples, class, a, 4",
        "eddy.class.samples, class, b, 2",
        "eddy.class.correct, class, a, 3",
        "eddy.class.correct, class, b, 2",
        "eddy.drifts, detector, adwin, 1",
        "eddy.drifts, detector, page-hinkley, 0",
        "eddy.values, state, present, 30",
        "eddy.values, state, missing, 6",
        "eddy.features.beyond.bound, partition, 7, 12",
        "eddy.updates.refused, partition, 7, 13",
        "eddy.relaxation.iterations, partition, 7, 15",
        "eddy.relaxation.unsettled, partition, 7, 16",
    })
    void whatHappenedIsCounted(String meter, String tag, String value, double count) {
        commit(TWO_CLASSES);
        assertThat(registry.get(meter).tag(tag, value).functionCounter().count())
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "eddy.learned, 10",
        "eddy.features, 11",
        "eddy.classes, 2",
        "eddy.parameters, 3",
        "eddy.learning.rate, 0.5",
        "eddy.gradient.norm, 0.25",
        "eddy.weight.norm, 0.75",
        "eddy.snapshot.bytes, 100",
        "eddy.restore.duration, 1.5",
    })
    void theStateIsShown(String meter, double value) {
        commit(TWO_CLASSES);
        assertThat(gauge(meter, "partition", "7")).isEqualTo(value);
    }

    @Test
    void baselinesAndCandidatesAreBesideThem() {
        commit(TWO_CLASSES);
        assertThat(gauge("eddy.baseline.accuracy", "baseline", "no_change")).isEqualTo(0.4);
        assertThat(gauge("eddy.baseline.accuracy", "baseline", "majority")).isEqualTo(0.5);
        assertThat(gauge("eddy.baseline.rmse", "baseline", "mean")).isNaN();
        assertThat(gauge("eddy.candidate.weight", "candidate", "linear")).isEqualTo(1);
    }

    @Test
    void howFarBehindAndHowOldIsKnownFromTheFirstCommitOn() {
        OnlineLearner learner =
                new OnlineLearner(LearnerConfig.of(Map.of("eddy.label", "y")).learnerSettings());
        long now = System.currentTimeMillis();
        partition.opened(learner, 100, Duration.ZERO);
        assertThat(gauge("eddy.behind", "partition", "7")).isNaN();
        assertThat(gauge("eddy.snapshot.age", "partition", "7")).isNaN();
        partition.answered(now - 3_000, new Prediction());
        partition.committed(learner, 100, now - 1_000);
        assertThat(gauge("eddy.behind", "partition", "7")).isEqualTo(2);
        assertThat(gauge("eddy.snapshot.age", "partition", "7")).isBetween(1.0, 60.0);
        partition.committed(learner, 100, now + 7_200_000);
        assertThat(gauge("eddy.behind", "partition", "7"))
                .as("nothing but dead letters since")
                .isEqualTo(2);
    }

    @Test
    void lossesAreRecordedOfEachSixteenth() {
        Prediction prediction = new Prediction();
        prediction.begin(false, 1);
        prediction.answer(5);
        for (int n = 0; n < 33; n++) {
            prediction.reveal(n % 16 == 0 ? 3 : 5);
            partition.answered(0, prediction);
        }
        prediction.begin(false, 1);
        partition.answered(0, prediction);
        assertThat(registry.get("eddy.loss").summary().count()).isEqualTo(3);
        assertThat(registry.get("eddy.loss").summary().totalAmount()).isEqualTo(12);
    }

    @Test
    void classesHaveNoMetersAnyMoreWhenThereAreTooMany() {
        commit(TWO_CLASSES);
        commit(Confusion.NONE);
        assertThat(registry.find("eddy.class.samples").meters()).isEmpty();
        assertThat(registry.find("eddy.class.correct").meters()).isEmpty();
        commit(TWO_CLASSES);
        assertThat(registry.find("eddy.class.samples").meters()).hasSize(2);
    }

    @Test
    void thePartitionTakesItsMetersAlong() {
        commit(TWO_CLASSES);
        assertThat(registry.getMeters()).hasSizeGreaterThan(MeterTable.ALL.size());
        partition.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    private void commit(Confusion confusion) {
        partition.publish(new Published(
                new PartitionReport(7, report(confusion), 100),
                new Activity(30, 6, 0.25),
                0,
                0,
                Duration.ofMillis(1_500)));
    }

    private static LearnerReport report(Confusion confusion) {
        return new LearnerReport(
                "classification",
                10,
                21,
                4,
                2,
                Map.of("BAD_LABEL", 5L),
                11,
                12,
                2,
                new Training(3, 0.5, 0.75, 13, 14, 15, 16),
                Map.of("linear", 1.0),
                Map.of("adwin", 1L),
                9,
                8,
                new Figures(
                        figures(0.1),
                        figures(0.2),
                        figures(0.3),
                        Map.of("noChange", Map.of("accuracy", 0.4), "majority", Map.of("accuracy", 0.5)),
                        confusion));
    }

    private double gauge(String meter, String tag, String value) {
        return registry.get(meter).tag(tag, value).tag("partition", "7").gauge().value();
    }
}
