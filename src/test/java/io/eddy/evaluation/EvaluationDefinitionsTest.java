package io.eddy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eddy.wire.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure against its definition over the rows and their weights, on random streams. */
class EvaluationDefinitionsTest {
    private static final double NEAR = 1e-9;

    private final Prediction prediction = new Prediction();

    /** One answered row: predicted, last, commonest and actual class. */
    private record Row(int predicted, int last, int commonest, int actual, double loss) {}

    /** The same for numbers. */
    private record Answer(double predicted, double last, double mean, double actual) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    /** Weights of the rows: the same for all, for the last ones only, fading. */
    private static List<double[]> weights(int n) {
        double[] all = new double[n];
        double[] recent = new double[n];
        double[] fading = new double[n];
        for (int i = 0; i < n; i++) {
            all[i] = 1;
            recent[i] = i >= n - Figures.RECENT ? 1 : 0;
            fading[i] = Math.pow(Figures.FADING, n - 1 - i);
        }
        return List.of(all, recent, fading);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void classification(long seed) {
        Random random = new Random(seed);
        List<String> names = IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(c -> "class " + c)
                .toList();
        ClassificationEvaluation evaluation = new ClassificationEvaluation();
        List<Row> rows = new ArrayList<>();
        int[] frequency = new int[names.size()];
        int last = -1;
        int n = 100 + random.nextInt(4000);
        for (int i = 0; i < n; i++) {
            int actual =
                    random.nextInt(100) < 40 && last >= 0 ? last : random.nextInt(1 + random.nextInt(names.size()));
            prediction.begin(true, i);
            float[] probabilities = new float[names.size()];
            for (int c = 0; c < probabilities.length; c++) {
                probabilities[c] = random.nextFloat() + (c == actual ? 0.5f : 0);
            }
            if (i > 0) {
                prediction.answer(names, probabilities);
            }
            prediction.reveal(names.get(actual), actual);
            evaluation.measure(prediction, actual, last);
            if (i > 0) {
                int commonest = 0;
                for (int c = 0; c < frequency.length; c++) {
                    commonest = frequency[c] > frequency[commonest] ? c : commonest;
                }
                rows.add(new Row(prediction.predictedClass(), last, commonest, actual, prediction.loss()));
            }
            frequency[actual]++;
            last = actual;
        }
        Figures figures = evaluation.figures(names);
        List<double[]> weights = weights(rows.size());
        assertClassification(figures.metrics(), rows, weights.get(0), NEAR);
        assertClassification(figures.recent(), rows, weights.get(1), 1e-6); // its losses are floats
        assertClassification(figures.fading(), rows, weights.get(2), NEAR);
        Map<String, Map<String, Double>> baselines = figures.baselines();
        assertThat(baselines.get("noChange").get("macroF1"))
                .isCloseTo(macroF1(pairs(rows, 1), weights.get(0)), within(NEAR));
        assertThat(baselines.get("majority").get("balancedAccuracy"))
                .isCloseTo(balancedAccuracy(pairs(rows, 2), weights.get(0)), within(NEAR));
        for (int a = 0; a < names.size(); a++) {
            for (int p = 0; p < names.size(); p++) {
                int actual = a;
                int predicted = p;
                assertThat(figures.confusion().counts().get(a).get(p))
                        .isEqualTo(rows.stream()
                                .filter(row -> row.actual() == actual && row.predicted() == predicted)
                                .count());
            }
        }
    }

    private static void assertClassification(
            Map<String, Double> figures, List<Row> rows, double[] weights, double near) {
        int[][] model = pairs(rows, 0);
        double accuracy = accuracy(model, weights);
        double noChange = accuracy(pairs(rows, 1), weights);
        double best = Math.max(noChange, accuracy(pairs(rows, 2), weights));
        double chance = 0;
        for (int c : classes(model, weights)) {
            chance += share(model, weights, 0, c) * share(model, weights, 1, c);
        }
        double loss = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            loss += weights[i] * rows.get(i).loss();
            total += weights[i];
        }
        assertThat(figures)
                .containsOnlyKeys(
                        "accuracy", "balancedAccuracy", "kappa", "kappaNoChange", "logLoss", "macroF1", "skill");
        assertThat(figures.get("accuracy")).isCloseTo(accuracy, within(near));
        assertThat(figures.get("balancedAccuracy")).isCloseTo(balancedAccuracy(model, weights), within(near));
        assertThat(figures.get("kappa")).isCloseTo((accuracy - chance) / (1 - chance), within(near));
        assertThat(figures.get("kappaNoChange")).isCloseTo((accuracy - noChange) / (1 - noChange), within(near));
        assertThat(figures.get("logLoss")).isCloseTo(loss / total, within(near));
        assertThat(figures.get("macroF1")).isCloseTo(macroF1(model, weights), within(near));
        assertThat(figures.get("skill")).isCloseTo(1 - (1 - accuracy) / (1 - best), within(near));
    }

    /** Predicted and actual class of each row: by the model (0), by no-change (1), by the majority (2). */
    private static int[][] pairs(List<Row> rows, int by) {
        return rows.stream()
                .map(row ->
                        new int[] {by == 0 ? row.predicted() : by == 1 ? row.last() : row.commonest(), row.actual()})
                .toArray(int[][]::new);
    }

    private static Set<Integer> classes(int[][] pairs, double[] weights) {
        Set<Integer> classes = new TreeSet<>();
        for (int i = 0; i < pairs.length; i++) {
            if (weights[i] > 0) {
                classes.add(pairs[i][0]);
                classes.add(pairs[i][1]);
            }
        }
        return classes;
    }

    private static double accuracy(int[][] pairs, double[] weights) {
        double right = 0;
        double total = 0;
        for (int i = 0; i < pairs.length; i++) {
            right += pairs[i][0] == pairs[i][1] ? weights[i] : 0;
            total += weights[i];
        }
        return right / total;
    }

    /** The part of the rows that have the class as predicted (0) or actual (1) one. */
    private static double share(int[][] pairs, double[] weights, int side, int c) {
        double of = 0;
        double total = 0;
        for (int i = 0; i < pairs.length; i++) {
            of += pairs[i][side] == c ? weights[i] : 0;
            total += weights[i];
        }
        return of / total;
    }

    private static double rightShare(int[][] pairs, double[] weights, int c) {
        double right = 0;
        double total = 0;
        for (int i = 0; i < pairs.length; i++) {
            right += pairs[i][0] == c && pairs[i][1] == c ? weights[i] : 0;
            total += weights[i];
        }
        return right / total;
    }

    private static double balancedAccuracy(int[][] pairs, double[] weights) {
        return classes(pairs, weights).stream()
                .filter(c -> share(pairs, weights, 1, c) > 0)
                .mapToDouble(c -> rightShare(pairs, weights, c) / share(pairs, weights, 1, c))
                .average()
                .orElseThrow();
    }

    private static double macroF1(int[][] pairs, double[] weights) {
        return classes(pairs, weights).stream()
                .mapToDouble(c -> {
                    double right = rightShare(pairs, weights, c);
                    double precision = right / share(pairs, weights, 0, c);
                    double recall = right / share(pairs, weights, 1, c);
                    return right == 0 ? 0 : 2 * precision * recall / (precision + recall);
                })
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void regression(long seed) {
        Random random = new Random(seed);
        RegressionEvaluation evaluation = new RegressionEvaluation();
        List<Answer> answers = new ArrayList<>();
        double sum = 0;
        double last = 0;
        int n = 100 + random.nextInt(4000);
        for (int i = 0; i < n; i++) {
            double actual = 1000 + 0.7 * (last == 0 ? 0 : last - 1000) + (i < n / 2 ? 1 : 3) * random.nextGaussian();
            double predicted = actual + random.nextGaussian();
            prediction.begin(false, i);
            if (i > 0) {
                prediction.answer(predicted);
                answers.add(new Answer(predicted, last, sum / i, actual));
            }
            prediction.reveal(actual);
            evaluation.measure(prediction, -1, last);
            sum += actual;
            last = actual;
        }
        Figures figures = evaluation.figures(List.of());
        List<double[]> weights = weights(answers.size());
        assertRegression(figures.metrics(), answers, weights.get(0), NEAR);
        assertRegression(figures.recent(), answers, weights.get(1), 1e-6); // its errors are floats
        assertRegression(figures.fading(), answers, weights.get(2), NEAR);
        assertThat(figures.baselines().get("mean").get("rmse"))
                .isCloseTo(Math.sqrt(mean(answers, weights.get(0), a -> square(a.mean() - a.actual()))), within(NEAR));
        assertThat(figures.confusion().isPresent()).isFalse();
    }

    private static void assertRegression(
            Map<String, Double> figures, List<Answer> answers, double[] weights, double near) {
        double square = mean(answers, weights, a -> square(a.predicted() - a.actual()));
        double label = mean(answers, weights, Answer::actual);
        double best = Math.min(
                mean(answers, weights, a -> square(a.last() - a.actual())),
                mean(answers, weights, a -> square(a.mean() - a.actual())));
        assertThat(figures).containsOnlyKeys("mae", "rmse", "r2", "skill");
        assertThat(figures.get("mae"))
                .isCloseTo(mean(answers, weights, a -> Math.abs(a.predicted() - a.actual())), within(near));
        assertThat(figures.get("rmse")).isCloseTo(Math.sqrt(square), within(near));
        assertThat(figures.get("r2"))
                .isCloseTo(1 - square / mean(answers, weights, a -> square(a.actual() - label)), within(near));
        assertThat(figures.get("skill")).isCloseTo(1 - square / best, within(near));
    }

    private static double mean(List<Answer> answers, double[] weights, ToDoubleFunction<Answer> of) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * of.applyAsDouble(answers.get(i));
            total += weights[i];
        }
        return sum / total;
    }

    private static double square(double value) {
        return value * value;
    }
}
