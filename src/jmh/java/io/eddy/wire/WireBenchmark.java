package io.eddy.wire;

import io.eddy.bench.WheatSamples;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A record's way in and out: JSON of eight fields to a sample, a prediction of three classes to JSON. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class WireBenchmark {
    private static final List<String> CLASSES = List.of("Kama", "Rosa", "Canadian");
    private static final int ANSWERS = 64; // a power of two: digits differ from answer to answer

    private final SampleDecoder decoder = WheatSamples.newDecoder();
    private final Sample sample = new Sample();
    private final PredictionEncoder encoder = new PredictionEncoder();
    private final Prediction[] predictions = new Prediction[ANSWERS];
    private List<byte[]> rows;
    private int next;

    @Setup
    public void create() {
        rows = WheatSamples.json();
        for (int a = 0; a < ANSWERS; a++) {
            float most = 0.5f + 0.4999f * a / ANSWERS;
            float rest = (1 - most) / 3;
            predictions[a] = new Prediction();
            predictions[a].begin(true, 1_000_000 + a);
            predictions[a].answer(CLASSES, new float[] {rest, most, 2 * rest});
            predictions[a].reveal("Rosa", 1);
        }
    }

    @Benchmark
    public Sample decode() throws RejectedSampleException {
        next = (next + 1) & (WheatSamples.ROWS - 1);
        decoder.decode(rows.get(next), sample);
        return sample;
    }

    @Benchmark
    public byte[] encode() {
        next = (next + 1) & (ANSWERS - 1);
        return encoder.encode(predictions[next]);
    }
}
