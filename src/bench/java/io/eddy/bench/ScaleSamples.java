package io.eddy.bench;

import io.eddy.LearnerConfig;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Decoded rows with as many features and classes as are asked for; classes differ in all features. */
final class ScaleSamples {
    private ScaleSamples() {}

    static List<Sample> of(Size size, LearnerConfig config) throws RejectedSampleException {
        Random random = new Random(1);
        double[][] means = new double[size.classes()][size.features()];
        for (double[] mean : means) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] = random.nextGaussian();
            }
        }
        SampleDecoder decoder = new SampleDecoder(config.label(), config.ignoredFeatures(), config.mostSampleBytes());
        List<Sample> samples = new ArrayList<>();
        int count = Math.max(1_000, 4 * size.classes());
        for (int n = 0; n < count; n++) {
            StringBuilder row = new StringBuilder("{");
            // each class is among the first
            int chosen = n < size.classes() ? n : random.nextInt(size.classes());
            for (int k = 0; k < size.features(); k++) {
                long thousandths = Math.round(1_000 * (means[chosen][k] + random.nextGaussian()));
                row.append("\"f")
                        .append(k)
                        .append("\":")
                        .append(thousandths / 1e3)
                        .append(',');
            }
            row.append('"')
                    .append(config.label())
                    .append("\":\"class")
                    .append(chosen)
                    .append("\"}");
            Sample sample = new Sample();
            decoder.decode(row.toString().getBytes(StandardCharsets.UTF_8), sample);
            samples.add(sample);
        }
        return samples;
    }
}
