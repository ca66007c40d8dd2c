package io.eddy.cli.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eddy.cli.demo.WheatStatistics.Variety;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * An endless sorting line: kernels of three varieties pass a scanner, and most of them are labelled by an expert later on.
 * After some thousands the scanner is recalibrated and sees everything larger, so that the middle variety looks like the
 * large one did before: an abrupt drift.
 */
public final class WheatKernels {
    /** The label's field. */
    public static final String LABEL = "variety";

    /** Kernels before the recalibration. */
    public static final int DRIFT_AT = 5_000;

    private static final double LABELLED = 0.8;
    static final double MAGNIFICATION = 1.4;
    private static final Set<String> WITHOUT_LENGTH = Set.of("compactness", "asymmetry");
    private static final JsonFactory JSON = new JsonFactory();

    private final Random random;
    private final List<double[][]> roots;
    private long passed;

    public WheatKernels(long seed) {
        random = new Random(seed);
        roots = WheatStatistics.VARIETIES.stream()
                .map(variety -> cholesky(variety.covariance()))
                .toList();
    }

    /** The next kernel as a sample's JSON. */
    public byte[] next() {
        int chosen = random.nextInt(WheatStatistics.VARIETIES.size());
        Variety variety = WheatStatistics.VARIETIES.get(chosen);
        double[] measures = measure(variety.mean(), roots.get(chosen));
        boolean recalibrated = passed++ >= DRIFT_AT;
        boolean labelled = random.nextDouble() < LABELLED;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(192);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (int m = 0; m < measures.length; m++) {
                String name = WheatStatistics.MEASURES.get(m);
                double seen = recalibrated ? measures[m] * magnification(name) : measures[m];
                json.writeNumberField(name, Math.round(seen * 10_000) / 10_000.0);
            }
            if (labelled) {
                json.writeStringField(LABEL, variety.name());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can't fail", e);
        }
        return bytes.toByteArray();
    }

    /** Kernels so far. */
    public long passed() {
        return passed;
    }

    private static double magnification(String measure) {
        if (WITHOUT_LENGTH.contains(measure)) {
            return 1;
        }
        return measure.equals("area") ? MAGNIFICATION * MAGNIFICATION : MAGNIFICATION;
    }

    /** A draw from the normal distribution with this mean and this root of its covariance. */
    private double[] measure(double[] mean, double[][] root) {
        double[] standard = random.doubles(mean.length)
                .map(ignored -> random.nextGaussian())
                .toArray();
        double[] drawn = mean.clone();
        for (int i = 0; i < drawn.length; i++) {
            for (int j = 0; j <= i; j++) {
                drawn[i] += root[i][j] * standard[j];
            }
        }
        return drawn;
    }

    /** The lower triangular {@code L} with {@code L L' = covariance}. */
    private static double[][] cholesky(double[][] covariance) {
        int n = covariance.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return root;
    }
}
