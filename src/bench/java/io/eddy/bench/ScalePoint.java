package io.eddy.bench;

import io.eddy.LearnerConfig;
import io.eddy.learner.LearnerSettings;
import io.eddy.learner.LearnerSnapshot;
import io.eddy.learner.OnlineLearner;
import io.eddy.wire.Sample;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What learners of one size cost, in a JVM that has seen no other. Times are the thread's own, not the clock's. */
public final class ScalePoint {
    private static final int SLICES = 9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LearnerSettings settings;
    private final List<Sample> samples;
    private final List<OnlineLearner> learners = new ArrayList<>();
    private final double sliceSeconds;
    private int next;

    private ScalePoint(Size size, double sliceSeconds) throws Exception {
        LearnerConfig config = size.config();
        this.settings = config.learnerSettings();
        this.samples = ScaleSamples.of(size, config);
        this.sliceSeconds = sliceSeconds;
        for (int n = 0; n < size.learners(); n++) {
            learners.add(new OnlineLearner(settings.withSeed(settings.seed() + n)));
        }
    }

    /** Arguments: those of a {@link Size}, then the seconds of one of the slices that the measurement has. */
    public static void main(String[] args) throws Exception {
        System.out.print(new ScalePoint(Size.of(args), Double.parseDouble(args[5]))
                .measure()
                .lines());
    }

    private Cost measure() throws Exception {
        int all = samples.size() * learners.size();
        for (int n = 0; n < all; n++) {
            step();
        }
        Map<Cost.Figure, Double> figures = new EnumMap<>(Cost.Figure.class);
        figures.put(Cost.Figure.RECORD, micros(this::step));
        figures.put(Cost.Figure.COMMIT, micros(() -> learners.forEach(LearnerSnapshot::encode)));
        List<byte[]> snapshots = learners.stream().map(LearnerSnapshot::encode).toList();
        figures.put(Cost.Figure.SNAPSHOT, (double)
                snapshots.stream().mapToLong(s -> s.length).sum());
        figures.put(Cost.Figure.RESTORE, micros(() -> {
            for (int n = 0; n < snapshots.size(); n++) {
                LearnerSnapshot.decode(snapshots.get(n), learners.get(n).settings());
            }
        }));
        figures.put(Cost.Figure.HEAP, learners.size() * heap(snapshots.get(0)));
        return new Cost(figures);
    }

    /** The next sample to the next learner. */
    private void step() {
        OnlineLearner learner = learners.get(next % learners.size());
        learn(learner, samples.get(next / learners.size() % samples.size()));
        next = (next + 1) % (samples.size() * learners.size());
    }

    private static void learn(OnlineLearner learner, Sample sample) {
        try {
            learner.predict(sample);
        } catch (io.eddy.wire.RejectedSampleException e) {
            throw new IllegalStateException(e);
        }
        learner.learn(sample);
    }

    /** The median over slices of time, after as much time again for the compilers. */
    private double micros(Runnable action) {
        slice(action, SLICES * sliceSeconds);
        List<Double> slices = new ArrayList<>();
        for (int s = 0; s < SLICES; s++) {
            slices.add(slice(action, sliceSeconds));
        }
        return Spread.of(slices).median();
    }

    private static double slice(Runnable action, double seconds) {
        long started = THREADS.getCurrentThreadCpuTime();
        long passed = 0;
        long count = 0;
        for (int batch = 1; passed < seconds * 1e9; passed = THREADS.getCurrentThreadCpuTime() - started) {
            for (int n = 0; n < batch; n++) {
                action.run();
            }
            count += batch;
            batch = Math.min(64, 2 * batch);
        }
        return passed / 1e3 / count;
    }

    /** What one learner more takes, once it has worked. */
    private double heap(byte[] snapshot) {
        int count = Math.max(4, Math.min(200, (32 << 20) / snapshot.length));
        long before = used();
        List<OnlineLearner> more = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            OnlineLearner learner =
                    LearnerSnapshot.decode(snapshot, learners.get(0).settings());
            learn(learner, samples.get(n % samples.size()));
            more.add(learner);
        }
        double each = (double) (used() - before) / count;
        Reference.reachabilityFence(more);
        return each;
    }

    private static long used() {
        for (int n = 0; n < 3; n++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
