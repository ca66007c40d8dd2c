package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import io.eddy.http.Health;
import io.eddy.http.HealthCheck;
import io.eddy.http.LearnerView;
import io.eddy.http.PartitionView;
import io.eddy.learner.LearnerReport;
import io.eddy.metrics.RecentDeadLetter;
import io.eddy.metrics.RecentPrediction;
import io.eddy.model.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveViewTest {
    private static final RecentPrediction KAMA = prediction("Kama", 0.97, "Rosa");

    private final LiveView view = new LiveView(LiveView.BLOCKS);

    @Test
    void ofClassesItShowsAccuracyAndWhatWasAnswered() {
        view.lines(classes(1_000, 100, 0.5), 80);
        List<String> lines = view.lines(classes(3_000, 400, 0.9), 80);
        assertThat(lines)
                .containsExactly(
                        "accuracy  0.9000     ▁█  no-change 0.4000",
                        "logLoss   0.1000",
                        "404 samples, 400 learned",
                        "150 a second, 0.2 s behind, 4 dead letters",
                        "  0@7  Kama (0.97), was Rosa",
                        "  0@9  BAD_LABEL: a label is text");
    }

    @Test
    void ofNumbersItShowsTheError() {
        LearnerReport report = report(
                "regression", 20, figures(Map.of("rmse", 12.5, "mae", 8.0), Map.of("noChange", Map.of("rmse", 30.0))));
        assertThat(view.lines(view(1_000, report, prediction("14.2", null, null)), 80))
                .containsExactly(
                        "rmse      12.5000    █  no-change 30.0000",
                        "mae       8.0000",
                        "24 samples, 20 learned",
                        "0 a second, 0.2 s behind, 4 dead letters",
                        "  0@7  14.2",
                        "  0@9  BAD_LABEL: a label is text");
    }

    @Test
    void beforeAnythingIsLearnedItSaysSoAndWhyItIsNotReady() {
        Health restoring =
                new Health(List.of(), List.of(new HealthCheck("partitions-restored", false, "0 at 45 %")), List.of());
        PartitionView partition = PartitionView.restoring(0, 0.45);
        assertThat(view.lines(new LearnerView(1, restoring, List.of(partition), List.of(), List.of()), 80))
                .containsExactly(
                        "nothing learned yet",
                        "0 samples, 0 learned",
                        "0 a second, - s behind, 0 dead letters",
                        "not ready: partitions-restored 0 at 45 %");
    }

    @Test
    void whatComesFromATopicCannotSteerTheTerminal() {
        String evil = "a\u001b[2J\u009b1m\r\n\u202eb😀\u2028\ud800";
        LearnerView hostile = view(1, report("classification", 20, Figures.NONE), prediction(evil, 0.5, evil));
        assertThat(view.lines(hostile, 80)).contains("  0@7  a?[2J?1m???b😀?? (0.50), was a?[2J?1m???b😀??");
    }

    @Test
    void noLineIsLongerThanTheTerminal() {
        LearnerView emoji = view(1, report("classification", 20, Figures.NONE), prediction("😀".repeat(50), 0.5, null));
        for (int width = 1; width < 80; width++) {
            List<String> lines = view.lines(emoji, width);
            assertThat(lines.toString()).doesNotContain("?");
            int limit = width;
            assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= limit);
        }
    }

    @Test
    void theSparklineReachesBackToTheStartAndStaysShort() {
        List<String> first = new ArrayList<>();
        for (int second = 1; second <= 1_000; second++) {
            first.add(view.lines(classes(second * 1_000L, second, second / 1_000.0), 80)
                    .get(0));
        }
        assertThat(first.get(999)).contains("▁").contains("▄").contains("█");
        assertThat(first).allMatch(line -> line.length() <= 79);
    }

    private static LearnerView classes(long at, long learned, double accuracy) {
        Figures figures = figures(
                Map.of("accuracy", accuracy, "logLoss", 1 - accuracy), Map.of("noChange", Map.of("accuracy", 0.4)));
        return view(at, report("classification", learned, figures), KAMA);
    }

    private static LearnerView view(long at, LearnerReport report, RecentPrediction prediction) {
        PartitionView partition = new PartitionView(0, "running", 1, report, 0, null, null, 0.2);
        RecentDeadLetter rejected = new RecentDeadLetter(0, 9, at, "BAD_LABEL", "a label is text");
        return new LearnerView(
                at,
                new Health(List.of(), List.of(), List.of()),
                List.of(partition),
                List.of(prediction),
                List.of(rejected));
    }

    private static RecentPrediction prediction(String answer, Double probability, String label) {
        return new RecentPrediction(0, 7, 1, 20, answer, probability, label, null);
    }

    private static Figures figures(Map<String, Double> recent, Map<String, Map<String, Double>> baselines) {
        return new Figures(Map.of(), recent, Map.of(), baselines, Confusion.NONE);
    }

    private static LearnerReport report(String task, long learned, Figures figures) {
        return new LearnerReport(
                task,
                learned,
                learned + 4,
                0,
                0,
                Map.of("BAD_LABEL", 4L),
                1,
                0,
                2,
                new Training(1, 0.05, 0, 0, 0, 0, 0),
                Map.of(),
                Map.of(),
                0,
                0,
                figures);
    }
}
