package io.eddy.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import io.eddy.learner.LearnerReport;
import io.eddy.model.Training;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerMetersTest {
    private static final Figures FIGURES = new Figures(
            figures(0.1),
            figures(0.2),
            figures(0.3),
            Map.of("noChange", Map.of("accuracy", 0.4), "majority", Map.of("accuracy", 0.5)),
            new Confusion(List.of("a"), List.of(List.of(1L))));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LearnerMeters.Partition partition = new LearnerMeters(registry).open(7);

    /** Each at a distance of its own from the accuracy. */
    private static Map<String, Double> figures(double accuracy) {
        return Map.of(
                "accuracy", accuracy,
                "logLoss", accuracy + 1,
                "skill", accuracy + 2,
                "macroF1", accuracy + 3,
                "kappaNoChange", accuracy + 4);
    }

    @ParameterizedTest
    @CsvSource({
        "eddy.accuracy, 0",
        "eddy.log.loss, 1",
        "eddy.skill, 2",
        "eddy.macro.f1, 3",
        "eddy.kappa.no.change, 4",
    })
    void aMeasureIsShownOverAllTheLastAndFadingSamples(String meter, double distance) {
        publish();
        assertThat(value(meter, "window", "all")).isEqualTo(0.1 + distance);
        assertThat(value(meter, "window", "recent")).isEqualTo(0.2 + distance);
        assertThat(value(meter, "window", "fading")).isEqualTo(0.3 + distance);
    }

    @Test
    void baselinesAreBesideThem() {
        publish();
        assertThat(value("eddy.baseline.accuracy", "baseline", "no_change")).isEqualTo(0.4);
        assertThat(value("eddy.baseline.accuracy", "baseline", "majority")).isEqualTo(0.5);
        assertThat(value("eddy.rmse", "window", "fading")).isNaN();
    }

    @Test
    void thePartitionTakesItsMetersAlong() {
        assertThat(value("eddy.skill", "window", "all")).isNaN();
        publish();
        assertThat(registry.find("eddy.candidate.weight").gauges()).isNotEmpty();
        partition.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    private void publish() {
        LearnerReport report = new LearnerReport(
                "classification",
                10,
                10,
                0,
                0,
                Map.of(),
                1,
                0,
                1,
                new Training(3, 0.1, 0, 0, 0, 0),
                Map.of("linear", 1.0),
                Map.of(),
                FIGURES);
        partition.publish(report, 100);
    }

    private double value(String meter, String tag, String value) {
        return registry.get(meter).tag(tag, value).tag("partition", "7").gauge().value();
    }
}
