package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** k-fold cross-validation: for each fold, a new learner goes over the other folds for some epochs, then answers this one. */
record CrossValidation(LearnerConfig config, int folds, int epochs) {
    CrossValidation {
        if (folds < 2 || epochs < 1) {
            throw Problem.usage(
                    "--folds " + folds + " --epochs " + epochs + " can't be",
                    "at least 2 folds and 1 epoch are needed",
                    "the classic protocol is --folds 5 --epochs 500");
        }
    }

    /** The accuracy of each fold; the seed shuffles the rows once, and goes into the initial weights. */
    List<Double> accuracies(List<CsvSamples.Row> rows, long seed) {
        if (rows.size() < folds) {
            throw Problem.usage(
                    "too few rows for --folds " + folds, "there are " + rows.size(), "use fewer folds or more rows");
        }
        List<CsvSamples.Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        List<Double> accuracies = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            accuracies.add(accuracy(shuffled, fold, seed));
        }
        return accuracies;
    }

    private double accuracy(List<CsvSamples.Row> rows, int fold, long seed) {
        int from = rows.size() * fold / folds;
        int to = rows.size() * (fold + 1) / folds;
        List<CsvSamples.Row> training = new ArrayList<>(rows.subList(0, from));
        training.addAll(rows.subList(to, rows.size()));
        Backtest backtest = new Backtest(config, config.learnerSettings().withSeed(seed));
        for (int epoch = 0; epoch < epochs; epoch++) {
            training.forEach(backtest::learn);
        }
        if (backtest.report().task().equals("regression")) {
            throw Problem.usage(
                    "--folds needs classes",
                    "the labels are numbers, so this is a regression",
                    "leave out --folds, or set eddy.task=classification if the numbers are names");
        }
        return rows.subList(from, to).stream()
                .flatMap(row -> backtest.isRight(row).stream())
                .mapToInt(right -> right ? 1 : 0)
                .average()
                .orElseThrow(() -> Problem.usage(
                        "a fold has no row with a label",
                        "of " + rows.size() + " rows in " + folds + " folds too few have one",
                        "use fewer folds, or a file whose rows have labels"));
    }
}
