package io.eddy.network;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/** Dense rows through a network, one at a time: the answer alone, and with the three steps of learning from it. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class KernelBenchmark {
    private static final int ROWS = 1024; // a power of two

    /** Inputs, hidden units, outputs. */
    @Param({"7-5-3", "64-32-10", "784-128-10", "784-1024-1024-10"})
    public String shape;

    private final SparseVector[] rows = new SparseVector[ROWS];
    private final int[] labels = new int[ROWS];
    private Network network;
    private Scratch scratch;
    private int next;

    @Setup
    public void create() {
        List<Integer> units =
                Arrays.stream(shape.split("-")).map(Integer::valueOf).toList();
        int inputs = units.get(0);
        int outputs = units.get(units.size() - 1);
        List<Integer> hidden = units.subList(1, units.size() - 1);
        NetworkShape layers = NetworkShape.feedforward(hidden, Activation.RELU, Objective.SOFTMAX_CROSS_ENTROPY);
        network = new Network(layers, UpdateRule.sgd(0.01f), outputs, 1);
        network.growInputs(inputs, inputs);
        scratch = network.newScratch(1);
        Random random = new Random(1);
        for (int r = 0; r < ROWS; r++) {
            labels[r] = random.nextInt(outputs);
            rows[r] = new SparseVector();
            for (int i = 0; i < inputs; i++) {
                rows[r].add(i, (float) random.nextGaussian());
            }
        }
    }

    @Benchmark
    public float forward() {
        next = (next + 1) & (ROWS - 1);
        scratch.load(rows[next]);
        network.forward(scratch);
        return scratch.output()[0];
    }

    @Benchmark
    public float forwardAndLearn() {
        next = (next + 1) & (ROWS - 1);
        scratch.load(rows[next]);
        network.forward(scratch);
        scratch.aim(labels[next], 1);
        network.backward(scratch);
        network.update(scratch);
        return scratch.output()[0];
    }
}
