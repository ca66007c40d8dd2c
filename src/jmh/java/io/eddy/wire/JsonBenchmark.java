package io.eddy.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** JSON to samples and predictions to JSON, each beside Jackson alone; with {@code -prof gc} what they allocate. */
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class JsonBenchmark {
    private static final int ROWS = 1024; // a power of two

    /** Samples as they come. */
    @State(Scope.Thread)
    public static class Samples {
        private static final String[] SEEDS = {
            "area", "perimeter", "compactness", "length", "width", "asymmetry", "groove"
        };
        private static final String[] WORDS = {"red", "green", "Kama", "Rosa", "a somewhat longer text", "x", "München"
        };

        /** Seven short decimals; 64 doubles of all digits; an array of 784 pixels; numbers, texts, booleans, an object. */
        @Param({"seeds", "doubles", "pixels", "mixed"})
        public String rows;

        private final byte[][] values = new byte[ROWS][];
        private final Random random = new Random(1);
        private final Sample sample = new Sample();
        private final SampleDecoder decoder = new SampleDecoder("variety", Set.of("id"), 1 << 20);
        private final JacksonReader jackson = new JacksonReader(new FieldNames("variety", Set.of("id")));
        private int next;

        @Setup
        public void create() {
            for (int r = 0; r < ROWS; r++) {
                List<String> members = new ArrayList<>();
                switch (rows) {
                    case "seeds" -> {
                        for (String name : SEEDS) {
                            members.add(member(name, decimal(20)));
                        }
                    }
                    case "doubles" -> {
                        for (int i = 0; i < 64; i++) {
                            members.add(member("feature_" + i, Double.toString(random.nextGaussian())));
                        }
                    }
                    case "pixels" -> {
                        List<String> pixels = new ArrayList<>();
                        for (int i = 0; i < 784; i++) {
                            pixels.add(random.nextInt(5) > 0 ? "0" : Integer.toString(random.nextInt(256)));
                        }
                        members.add(member("pixels", "[" + String.join(",", pixels) + "]"));
                    }
                    default -> mixed(members);
                }
                members.add(member("variety", random.nextBoolean() ? "\"Kama\"" : "\"Rosa\""));
                values[r] = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
            }
        }

        private void mixed(List<String> members) {
            members.add(member("id", '"' + Long.toHexString(random.nextLong()) + '"'));
            for (int i = 0; i < 4; i++) {
                members.add(member("amount_" + i, decimal(1000)));
                members.add(member("kind_" + i, '"' + WORDS[random.nextInt(WORDS.length)] + '"'));
                members.add(member("is_" + i, Boolean.toString(random.nextBoolean())));
            }
            members.add(member("sensor", "{" + member("temp", decimal(30)) + "," + member("unit", "null") + "}"));
        }

        private static String member(String name, String value) {
            return '"' + name + "\":" + value;
        }

        private String decimal(double below) {
            return String.format(Locale.ROOT, "%.2f", below * random.nextDouble());
        }

        private byte[] next() {
            next = (next + 1) & (ROWS - 1);
            return values[next];
        }
    }

    /** Predictions as they are made. */
    @State(Scope.Thread)
    public static class Predictions {
        /** Classes of a classification; none is a regression. */
        @Param({"0", "3", "26"})
        public int classes;

        private final Prediction[] predictions = new Prediction[ROWS];
        private final PredictionEncoder encoder = new PredictionEncoder();
        private final JacksonPredictionEncoder jackson = new JacksonPredictionEncoder(DoubleUnaryOperator.identity());
        private int next;

        @Setup
        public void create() {
            Random random = new Random(1);
            List<String> names = new ArrayList<>();
            for (int c = 0; c < classes; c++) {
                names.add("class " + c);
            }
            for (int r = 0; r < ROWS; r++) {
                Prediction prediction = new Prediction();
                predictions[r] = prediction;
                prediction.begin(classes > 0, r);
                if (classes == 0) {
                    prediction.answer(15 + random.nextGaussian());
                    prediction.reveal(random.nextInt(300) / 10.0);
                    continue;
                }
                float[] probabilities = new float[classes];
                float sum = 0;
                for (int c = 0; c < classes; c++) {
                    probabilities[c] = (float) Math.exp(3 * random.nextGaussian());
                    sum += probabilities[c];
                }
                for (int c = 0; c < classes; c++) {
                    probabilities[c] /= sum;
                }
                prediction.answer(names, probabilities);
                int label = random.nextInt(classes);
                prediction.reveal(names.get(label), label);
            }
        }

        private Prediction next() {
            next = (next + 1) & (ROWS - 1);
            return predictions[next];
        }
    }

    @Benchmark
    public Sample decode(Samples samples) throws RejectedSampleException {
        samples.decoder.decode(samples.next(), samples.sample);
        return samples.sample;
    }

    @Benchmark
    public Sample decodeByJackson(Samples samples) throws RejectedSampleException {
        samples.sample.clear();
        samples.jackson.read(samples.next(), samples.sample);
        return samples.sample;
    }

    @Benchmark
    public byte[] encode(Predictions predictions) {
        return predictions.encoder.encode(predictions.next());
    }

    @Benchmark
    public byte[] encodeByJackson(Predictions predictions) {
        return predictions.jackson.encode(predictions.next());
    }
}
