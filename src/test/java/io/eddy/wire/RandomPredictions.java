package io.eddy.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Predictions of every kind, with classes that come, change their order and have odd names. The same for the same seed. */
final class RandomPredictions {
    private static final String[] NAMES = {
        "Kama",
        "Rosa",
        "Canadian",
        "",
        "a\"b",
        "a\\b",
        "a/b",
        "\n\t\b\f\r",
        "\u0000\u001f\u007f",
        "Größe",
        "日本語",
        "\u2028",
        "😀",
        "\ud800",
        "\udc00\ud800",
        "x\ud83d",
        "n".repeat(250),
        "é".repeat(250),
        "\u0001".repeat(256)
    };

    private final Random random;
    private List<String> classes = List.of();

    RandomPredictions(long seed) {
        random = new Random(seed);
    }

    void next(Prediction prediction) {
        boolean isClassification = random.nextInt(3) > 0;
        prediction.begin(isClassification, random.nextLong() >>> (1 + random.nextInt(63)));
        boolean isAnswered = random.nextInt(8) > 0;
        if (isClassification) {
            classification(prediction, isAnswered);
            return;
        }
        if (isAnswered) {
            prediction.answer(random.nextBoolean() ? 100 * random.nextGaussian() : finite());
        }
        if (random.nextBoolean()) {
            prediction.reveal(random.nextBoolean() ? random.nextInt(100) : finite());
        }
    }

    private void classification(Prediction prediction, boolean isAnswered) {
        if (random.nextInt(10) == 0 || classes.isEmpty()) {
            classes = new ArrayList<>();
            for (int i = 1 + random.nextInt(NAMES.length); i > 0; i--) {
                classes.add(NAMES[random.nextInt(NAMES.length)] + (random.nextBoolean() ? "" : random.nextInt(9)));
            }
        } else if (random.nextBoolean()) {
            classes.set(random.nextInt(classes.size()), NAMES[random.nextInt(NAMES.length)]);
        }
        if (isAnswered) {
            float[] probabilities = new float[classes.size()];
            for (int c = 0; c < probabilities.length; c++) {
                probabilities[c] = (float) Math.pow(random.nextDouble(), random.nextInt(12));
            }
            prediction.answer(classes, probabilities);
        }
        if (random.nextBoolean()) {
            int known = random.nextInt(classes.size() + 1) - 1;
            String label =
                    known < 0 || random.nextInt(10) == 0 ? NAMES[random.nextInt(NAMES.length)] : classes.get(known);
            prediction.reveal(random.nextBoolean() ? label : new String(label.toCharArray()), known);
        }
    }

    private double finite() {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 0.1;
    }
}
