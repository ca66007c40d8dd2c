package io.eddy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eddy.learner.LearnerSnapshot;
import io.eddy.wire.Prediction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures, against figures worked out by hand. */
class EvaluationTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final int LATEST = LearnerSnapshot.VERSION;
    private final Prediction prediction = new Prediction();
    private double last; // label

    @Test
    void classificationByHand() {
        ClassificationEvaluation evaluation = new ClassificationEvaluation();
        prediction.begin(true, 0);
        prediction.reveal("a", 0);
        evaluation.measure(prediction, 0, -1); // no answer: only counted
        int[][] rows = {{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}}; // predicted, true
        for (int[] row : rows) {
            classify(row[0], row[1], evaluation);
        }
        Map<String, Double> metrics = evaluation.figures(CLASSES).metrics();
        assertThat(metrics.get("accuracy")).isEqualTo(3 / 5.0);
        assertThat(metrics.get("balancedAccuracy")).isCloseTo((2 / 3.0 + 1 / 2.0) / 2, within(1e-12));
        double chance = (3 * 3 + 2 * 2) / 25.0;
        assertThat(metrics.get("kappa")).isCloseTo((0.6 - chance) / (1 - chance), within(1e-12));
        assertThat(metrics.get("logLoss")).isCloseTo(-(3 * Math.log(0.8) + 2 * Math.log(0.1)) / 5, within(1e-6));
        // the last label again: a a, b after a, b after b, a after b, a after a
        assertThat(evaluation.figures(CLASSES).baselines().get("noChange").get("accuracy"))
                .isEqualTo(3 / 5.0);
        // the commonest so far: a a a (tie: a) a
        assertThat(evaluation.figures(CLASSES).baselines().get("majority").get("accuracy"))
                .isEqualTo(3 / 5.0);
        assertThat(metrics.get("kappaNoChange")).isEqualTo(0);
        assertThat(evaluation.figures(CLASSES).recent().get("accuracy")).isEqualTo(3 / 5.0);
        assertThat(metrics.get("macroF1")).isCloseTo((4 / 6.0 + 2 / 4.0) / 2, within(1e-12));
        assertThat(metrics.get("skill")).isEqualTo(0); // as good as both baselines
        double f = 0.999;
        assertThat(evaluation.figures(CLASSES).fading().get("accuracy"))
                .isCloseTo((Math.pow(f, 4) + f * f + 1) / (Math.pow(f, 4) + f * f * f + f * f + f + 1), within(1e-12));
        assertThat(evaluation.figures(CLASSES).confusion())
                .isEqualTo(
                        new Confusion(CLASSES, List.of(List.of(2L, 1L, 0L), List.of(1L, 1L, 0L), List.of(0L, 0L, 0L))));
    }

    @Test
    void regressionByHand() {
        RegressionEvaluation evaluation = new RegressionEvaluation();
        prediction.begin(false, 0);
        prediction.reveal(10);
        evaluation.measure(prediction, -1, 0); // no answer: only counted
        last = 10;
        regress(11, 12, evaluation); // 10 by both baselines
        regress(13, 14, evaluation); // 12 by no-change, 11 by the mean
        Figures figures = evaluation.figures(List.of());
        assertThat(figures.metrics()).isEqualTo(Map.of("mae", 1.0, "rmse", 1.0, "r2", 0.0, "skill", 1 - 1 / 4.0));
        assertThat(figures.recent()).isEqualTo(figures.metrics());
        assertThat(figures.fading().get("skill")).isCloseTo(1 - 1 / 4.0, within(1e-12));
        assertThat(figures.baselines().get("noChange")).isEqualTo(Map.of("mae", 2.0, "rmse", 2.0, "r2", -3.0));
        assertThat(figures.baselines().get("mean").get("rmse")).isEqualTo(Math.sqrt((4 + 9) / 2.0));
    }

    @Test
    void thereIsNoSkillBesideABaselineWithoutErrors() {
        ClassificationEvaluation evaluation = new ClassificationEvaluation();
        prediction.begin(true, 0);
        prediction.reveal("a", 0);
        evaluation.measure(prediction, 0, -1);
        classify(1, 0, evaluation);
        classify(0, 0, evaluation);
        assertThat(evaluation.figures(CLASSES).metrics())
                .containsEntry("accuracy", 0.5)
                .doesNotContainKeys("skill", "kappaNoChange");
    }

    @Test
    void fadingGoesOnForEver() {
        Random random = new Random(1);
        RegressionEvaluation evaluation = new RegressionEvaluation();
        double absolute = 0;
        double rows = 0;
        for (int i = 0; i < 300_000; i++) {
            double label = random.nextGaussian();
            double answer = random.nextGaussian();
            regress(answer, label, evaluation);
            absolute = 0.999 * absolute + Math.abs(answer - label);
            rows = 0.999 * rows + 1;
        }
        assertThat(evaluation.figures(List.of()).fading().get("mae")).isCloseTo(absolute / rows, within(1e-9));
        assertThat(evaluation.figures(List.of()).fading().get("r2")).isBetween(-1.5, -0.5);
    }

    @Test
    void aConfusionOfTooManyClassesIsAbsent() {
        ConfusionCounts counts = new ConfusionCounts();
        List<String> names = IntStream.range(0, Confusion.MOST_CLASSES + 1)
                .mapToObj(Integer::toString)
                .toList();
        for (int c = 0; c < Confusion.MOST_CLASSES; c++) {
            counts.add(c, 0);
        }
        assertThat(counts.named(names.subList(0, Confusion.MOST_CLASSES))
                        .counts()
                        .get(0))
                .containsOnly(1L);
        assertThat(counts.named(names).isPresent()).isFalse();
        counts.add(0, Confusion.MOST_CLASSES);
        assertThat(counts.named(names.subList(0, 2)).isPresent()).isFalse();
    }

    @Test
    void nothingMeasuredHasNoFigures() {
        assertThat(new ClassificationEvaluation().figures(CLASSES).metrics()).isEmpty();
        assertThat(new RegressionEvaluation().figures(CLASSES).metrics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoredEvaluationGoesOnAsIfNothingHadHappened(boolean classification) throws IOException {
        Supplier<Evaluation> make = classification ? ClassificationEvaluation::new : RegressionEvaluation::new;
        Evaluation whole = make.get();
        Evaluation stored = make.get();
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            int predicted = random.nextInt(3);
            int actual = random.nextInt(3);
            double before = last;
            for (Evaluation evaluation : List.of(whole, stored)) {
                last = before;
                if (i == 0) {
                    prediction.begin(classification, 0);
                    prediction.reveal("a", 0);
                    evaluation.measure(prediction, 0, -1);
                } else if (classification) {
                    classify(predicted, actual, evaluation);
                } else {
                    regress(predicted, 0.1 * actual, evaluation);
                }
            }
            if (i % 377 == 0) {
                byte[] bytes = bytes(stored);
                stored = make.get();
                stored.read(new DataInputStream(new ByteArrayInputStream(bytes)), LATEST);
            }
        }
        assertThat(stored.figures(CLASSES)).isEqualTo(whole.figures(CLASSES));
        assertThat(bytes(stored)).isEqualTo(bytes(whole));
    }

    @Test
    void aWindowIsStoredWithClassesBeyondOneByte() throws IOException {
        ClassificationWindow window = new ClassificationWindow();
        for (int c = 0; c < 40_000; c += 40) {
            window.add(c, 0, 127, c % 3 == 0 ? c : 128, 0.5);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        window.write(new DataOutputStream(bytes));
        ClassificationWindow second = new ClassificationWindow();
        second.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(second.measures().metrics()).isEqualTo(window.measures().metrics());
    }

    private static byte[] bytes(Evaluation evaluation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        evaluation.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private void regress(double predicted, double actual, Evaluation evaluation) {
        prediction.begin(false, 1);
        prediction.answer(predicted);
        prediction.reveal(actual);
        evaluation.measure(prediction, -1, last);
        last = actual;
    }

    private void classify(int predicted, int actual, Evaluation evaluation) {
        float[] probabilities = {0.1f, 0.1f, 0.1f};
        probabilities[predicted] = 0.8f;
        prediction.begin(true, 1);
        prediction.answer(CLASSES, probabilities);
        prediction.reveal(CLASSES.get(actual), actual);
        evaluation.measure(prediction, actual, last);
        last = actual;
    }
}
