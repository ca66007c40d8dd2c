package io.eddy.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Rows of seven numbers and one of three classes, some 80 bytes of JSON; all from the seed. Most of them can be told apart. */
final class RowSource {
    /** The label's field. */
    static final String LABEL = "y";

    private static final String[] CLASSES = {"Kama", "Rosa", "Pima"};
    private static final int FEATURES = 7;

    private final Random random;
    private final double[][] means = new double[CLASSES.length][FEATURES];

    RowSource(long seed) {
        random = new Random(seed);
        for (double[] mean : means) {
            for (int k = 0; k < FEATURES; k++) {
                mean[k] = 15 + 1.5 * random.nextGaussian();
            }
        }
    }

    byte[] next() {
        int chosen = random.nextInt(CLASSES.length);
        StringBuilder row = new StringBuilder(96).append('{');
        for (int k = 0; k < FEATURES; k++) {
            long hundredths = Math.round(100 * (means[chosen][k] + 1.5 * random.nextGaussian()));
            row.append('"')
                    .append((char) ('a' + k))
                    .append("\":")
                    .append(hundredths / 100.0)
                    .append(',');
        }
        row.append('"').append(LABEL).append("\":\"").append(CLASSES[chosen]).append("\"}");
        return row.toString().getBytes(StandardCharsets.UTF_8);
    }
}
