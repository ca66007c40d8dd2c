package io.eddy;

import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.Sample;
import io.eddy.wire.SampleDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Samples for tests. */
public final class Samples {
    private Samples() {}

    /** Two numbers, a category and a class that depends on them; all from the seed. The label is {@code y}. */
    public static List<String> classification(int rows, long seed) {
        Random random = new Random(seed);
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian() * 10 + 50;
            double b = random.nextDouble();
            String color = List.of("red", "green", "blue").get(random.nextInt(3));
            String label = a > 50 ? b > 0.5 ? "high" : "mid" : color.equals("red") ? "red" : "low";
            samples.add(String.format(
                    Locale.ROOT, "{\"a\":%.4f,\"b\":%.4f,\"color\":\"%s\",\"y\":\"%s\"}", a, b, color, label));
        }
        return samples;
    }

    /** Three numbers and a number that depends on them. */
    public static List<String> regression(int rows, long seed) {
        Random random = new Random(seed);
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            samples.add(String.format(
                    Locale.ROOT, "{\"a\":%.4f,\"b\":%.4f,\"c\":%.4f,\"y\":%.4f}", a, b, a * b, 100 + 10 * a - 5 * b));
        }
        return samples;
    }

    /** Of everything something, now and then: numbers with a heavy tail, categories, times, sentences; a third is missing. */
    public static List<String> mixed(int rows, long seed) {
        Random random = new Random(seed);
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            StringBuilder row = new StringBuilder("{\"a\":" + random.nextInt(100));
            int hour = random.nextInt(24);
            boolean good = random.nextBoolean();
            String[] fields = {
                String.format(Locale.ROOT, "\"price\":%.3f", Math.exp(3 * random.nextGaussian())),
                "\"color\":\"" + List.of("red", "green", "blue").get(random.nextInt(3)) + "\"",
                String.format(Locale.ROOT, "\"at\":\"2024-03-%02dT%02d:00:00Z\"", 1 + i % 28, hour),
                "\"posted_at\":" + (1_700_000_000L + 3600L * i),
                "\"review\":\"it was " + (good ? "very good" : "quite bad") + " for number " + i + "\"",
                "\"odd\":"
                        + List.of("null", "7", "\"x\"", "\"four words are enough\"", "\"2024-03-01\"")
                                .get(random.nextInt(5))
            };
            for (String field : fields) {
                row.append(random.nextInt(i < 60 ? 20 : 3) == 0 ? "" : "," + field);
            }
            samples.add(row + ",\"y\":\"" + (good ? "good" : hour < 12 ? "morning" : "evening") + "\"}");
        }
        return samples;
    }

    /** Decodes with the label {@code y}. */
    public static Sample decode(String json) {
        Sample sample = new Sample();
        try {
            new SampleDecoder("y", Set.of(), 1 << 20).decode(json.getBytes(StandardCharsets.UTF_8), sample);
        } catch (RejectedSampleException e) {
            throw new IllegalArgumentException(json, e);
        }
        return sample;
    }
}
