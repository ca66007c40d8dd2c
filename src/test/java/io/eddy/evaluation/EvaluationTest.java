package io.eddy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eddy.wire.Prediction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures, against figures worked out by hand or from their definitions over all rows. */
class EvaluationTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private final Prediction prediction = new Prediction();

    @Test
    void classificationByHand() {
        ClassificationEvaluation evaluation = new ClassificationEvaluation();
        prediction.begin(true, 0);
        prediction.reveal("a", 0);
        evaluation.measure(prediction, 0); // no answer: only remembered
        int[][] rows = {{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}}; // predicted, true
        for (int[] row : rows) {
            classify(row[0], row[1], evaluation);
        }
        Map<String, Double> metrics = evaluation.figures().metrics();
        assertThat(metrics.get("accuracy")).isEqualTo(3 / 5.0);
        assertThat(metrics.get("balancedAccuracy")).isCloseTo((2 / 3.0 + 1 / 2.0) / 2, within(1e-12));
        double chance = (3 * 3 + 2 * 2) / 25.0;
        assertThat(metrics.get("kappa")).isCloseTo((0.6 - chance) / (1 - chance), within(1e-12));
        assertThat(metrics.get("logLoss")).isCloseTo(-(3 * Math.log(0.8) + 2 * Math.log(0.1)) / 5, within(1e-6));
        // the last label again: a a, b after a, b after b, a after b, a after a
        assertThat(evaluation.figures().baselines().get("noChange").get("accuracy"))
                .isEqualTo(3 / 5.0);
        // the commonest so far: a a a (tie: a) a
        assertThat(evaluation.figures().baselines().get("majority").get("accuracy"))
                .isEqualTo(3 / 5.0);
        assertThat(metrics.get("kappaNoChange")).isEqualTo(0);
        assertThat(evaluation.figures().recent().get("accuracy")).isEqualTo(3 / 5.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void regressionAgainstItsDefinition(long seed) {
        Random random = new Random(seed);
        RegressionEvaluation evaluation = new RegressionEvaluation();
        int n = 2500;
        double[] labels = new double[n];
        double[] answers = new double[n];
        for (int i = 0; i < n; i++) {
            labels[i] = 100 + 10 * random.nextGaussian();
            answers[i] = labels[i] + random.nextGaussian();
            prediction.begin(false, i);
            prediction.answer(answers[i]);
            prediction.reveal(labels[i]);
            evaluation.measure(prediction, -1);
        }
        double mean = java.util.Arrays.stream(labels).average().orElseThrow();
        double total = 0;
        double squared = 0;
        double recent = 0;
        for (int i = 0; i < n; i++) {
            total += (labels[i] - mean) * (labels[i] - mean);
            squared += (answers[i] - labels[i]) * (answers[i] - labels[i]);
            recent += i >= n - Window.SIZE ? Math.abs(answers[i] - labels[i]) : 0;
        }
        Figures figures = evaluation.figures();
        assertThat(figures.metrics().get("rmse")).isCloseTo(Math.sqrt(squared / n), within(1e-9));
        assertThat(figures.metrics().get("r2")).isCloseTo(1 - squared / total, within(1e-9));
        assertThat(figures.recent().get("mae")).isCloseTo(recent / Window.SIZE, within(1e-6));
        assertThat(figures.baselines().get("noChange").get("rmse")).isGreaterThan(10);
    }

    @Test
    void nothingMeasuredHasNoFigures() {
        assertThat(new ClassificationEvaluation().figures().metrics()).isEmpty();
        assertThat(new RegressionEvaluation().figures().metrics()).isEmpty();
    }

    @Test
    void aStoredEvaluationGoesOnAsIfNothingHadHappened() throws IOException {
        ClassificationEvaluation whole = new ClassificationEvaluation();
        ClassificationEvaluation first = new ClassificationEvaluation();
        for (ClassificationEvaluation evaluation : List.of(whole, first)) {
            prediction.begin(true, 0);
            prediction.reveal("a", 0);
            evaluation.measure(prediction, 0);
        }
        Random random = new Random(1);
        int[][] rows = new int[3000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[] {random.nextInt(3), random.nextInt(3)};
            classify(rows[i][0], rows[i][1], whole);
            if (i < 1234) {
                classify(rows[i][0], rows[i][1], first);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        first.write(new DataOutputStream(bytes));
        ClassificationEvaluation second = new ClassificationEvaluation();
        second.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int i = 1234; i < rows.length; i++) {
            classify(rows[i][0], rows[i][1], second);
        }
        assertThat(second.figures()).isEqualTo(whole.figures());
    }

    private void classify(int predicted, int actual, ClassificationEvaluation evaluation) {
        float[] probabilities = {0.1f, 0.1f, 0.1f};
        probabilities[predicted] = 0.8f;
        prediction.begin(true, 1);
        prediction.answer(CLASSES, probabilities);
        prediction.reveal(CLASSES.get(actual), actual);
        evaluation.measure(prediction, actual);
    }
}
