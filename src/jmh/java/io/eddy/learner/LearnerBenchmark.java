package io.eddy.learner;

import io.eddy.LearnerConfig;
import io.eddy.bench.WheatSamples;
import io.eddy.wire.Prediction;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.Sample;
import java.util.List;
import java.util.Map;
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

/** What a decoded sample costs, and what a commit and a restart do. With {@code -prof gc}: how many bytes each. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LearnerBenchmark {
    /** One network of 16 hidden units, or the default pool. */
    @Param({"network", "auto"})
    public String model;

    private List<Sample> samples;
    private OnlineLearner learner;
    private byte[] snapshot;
    private int next;

    @Setup
    public void create() throws RejectedSampleException {
        LearnerConfig config = LearnerConfig.of(
                model.equals("auto")
                        ? Map.of("eddy.label", WheatSamples.LABEL)
                        : Map.of("eddy.label", WheatSamples.LABEL, "eddy.model", model, "eddy.network.hidden", "16"));
        samples = WheatSamples.decoded();
        learner = new OnlineLearner(config.learnerSettings());
        for (int r = 0; r < WheatSamples.ROWS; r++) {
            learn();
        }
        snapshot = LearnerSnapshot.encode(learner);
    }

    private Sample nextSample() {
        next = (next + 1) & (WheatSamples.ROWS - 1);
        return samples.get(next);
    }

    @Benchmark
    public Prediction predict() throws RejectedSampleException {
        return learner.predict(nextSample());
    }

    /** As for every labelled record: the answer first. */
    @Benchmark
    public Prediction learn() throws RejectedSampleException {
        Sample sample = nextSample();
        Prediction prediction = learner.predict(sample);
        learner.learn(sample);
        return prediction;
    }

    @Benchmark
    public byte[] snapshot() {
        return LearnerSnapshot.encode(learner);
    }

    @Benchmark
    public OnlineLearner restore() {
        return LearnerSnapshot.decode(snapshot, learner.settings());
    }
}
