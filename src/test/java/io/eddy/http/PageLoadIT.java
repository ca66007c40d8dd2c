package io.eddy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import io.eddy.it.Chromium;
import io.eddy.learner.LearnerReport;
import io.eddy.metrics.PartitionReport;
import io.eddy.model.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page after an hour of a second each, with all that it can have to draw: 8 partitions, 26 classes, 11 candidates, drifts. */
class PageLoadIT {
    private static final int AN_HOUR = 3600;
    private static final int RATE = 1000;
    private static final int WATCHED_MILLIS = 15_000;

    private final Random random = new Random(1);
    private final FixedLearner learner = new FixedLearner() {
        @Override
        public List<PartitionReport> reports() {
            reports = reportsAt(reports.get(0).report().learned() * reports.size() + RATE);
            return reports;
        }
    };

    @Test
    void afterAnHourItStillAnswersAtOnce() {
        LearningCurve curve = new LearningCurve(HttpEndpoints.CURVE_POINTS);
        for (int second = 1; second <= AN_HOUR; second++) {
            learner.reports = reportsAt((long) RATE * second);
            curve.add(learner.reports);
        }
        try (Chromium chromium = Chromium.start();
                HttpEndpoints endpoints = HttpEndpoints.start(FixedLearner.ANY_PORT, learner, null, curve)) {
            Page page = chromium.open(endpoints.url(), 1280, ColorScheme.LIGHT);
            page.waitForSelector("#score[data-learned]");
            double before = Double.parseDouble(page.getAttribute("#score", "data-learned"));
            double gap = Chromium.longestFrame(page, WATCHED_MILLIS);
            int points = Integer.parseInt(page.getAttribute("#score", "data-points"));
            assertThat(points).isBetween(HttpEndpoints.CURVE_POINTS / 2, HttpEndpoints.CURVE_POINTS);
            assertThat(Double.parseDouble(page.getAttribute("#score", "data-learned")))
                    .isGreaterThan(before + 5 * RATE);
            assertThat(gap).as("a person would notice").isLessThan(1000);
            Chromium.picture(page, "an-hour");
            chromium.assertNoComplaints();
        }
    }

    private List<PartitionReport> reportsAt(long learned) {
        return IntStream.range(0, 8).mapToObj(p -> reportAt(p, learned / 8)).toList();
    }

    private PartitionReport reportAt(int partition, long learned) {
        double accuracy = 0.9 - 50.0 / (learned + 60) + 0.02 * random.nextDouble();
        Map<String, Double> figures = Map.of("accuracy", accuracy, "logLoss", 1 - accuracy);
        Map<String, Double> candidates = new TreeMap<>();
        for (int c = 0; c < 11; c++) {
            candidates.put("candidate-" + c, random.nextDouble() / 11);
        }
        LearnerReport report = new LearnerReport(
                "classification",
                learned,
                learned,
                0,
                0,
                Map.of(),
                16,
                0,
                26,
                new Training(20_000, 0.05, 0, 0, 0, 0, 0),
                candidates,
                Map.of("adwin", learned / 40_000),
                0,
                0,
                new Figures(
                        figures,
                        figures,
                        figures,
                        Map.of("noChange", Map.of("accuracy", 0.04), "majority", Map.of("accuracy", 0.05)),
                        confusion(learned)));
        return new PartitionReport(partition, report, 100_000);
    }

    private Confusion confusion(long learned) {
        List<String> classes = new ArrayList<>();
        List<List<Long>> counts = new ArrayList<>();
        for (int a = 0; a < 26; a++) {
            classes.add(Character.toString('A' + a));
            int actual = a;
            counts.add(IntStream.range(0, 26)
                    .mapToObj(p -> p == actual ? learned / 30 : (long) random.nextInt(1 + (int) learned / 2000))
                    .toList());
        }
        return new Confusion(classes, counts);
    }
}
