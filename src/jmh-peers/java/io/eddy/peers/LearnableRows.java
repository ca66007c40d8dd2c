package io.eddy.peers;

import java.util.Arrays;
import java.util.Random;

/** A pool of dense rows, the same for every engine, around one centre for each class: any network that learns tells them apart. */
final class LearnableRows {
    static final int ROWS = 1024; // a power of two
    private static final double LENGTH = 4; // of a row: of the first layer's inputs, however many, together

    final int[] units;
    final float[][] values = new float[ROWS][];
    final int[] labels = new int[ROWS];

    /** @param shape units of each layer, as {@code 7-5-3} */
    LearnableRows(String shape) {
        units = Arrays.stream(shape.split("-")).mapToInt(Integer::parseInt).toArray();
        Random random = new Random(1);
        int inputs = units[0];
        float[][] centres = new float[units[units.length - 1]][];
        Arrays.setAll(centres, c -> gaussian(random, new float[inputs], LENGTH / Math.sqrt(inputs)));
        for (int r = 0; r < ROWS; r++) {
            labels[r] = random.nextInt(centres.length);
            values[r] = gaussian(random, centres[labels[r]], LENGTH / 4 / Math.sqrt(inputs));
        }
    }

    private static float[] gaussian(Random random, float[] mean, double deviation) {
        float[] values = mean.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    /** The share of the first {@code n} rows that an engine gets right. */
    double accuracy(Engine engine, int n) {
        int right = 0;
        for (int r = 0; r < n; r++) {
            right += engine.predict(r) == labels[r] ? 1 : 0;
        }
        return (double) right / n;
    }
}
