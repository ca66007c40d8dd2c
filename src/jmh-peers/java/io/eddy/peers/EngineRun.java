package io.eddy.peers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * An engine on its way through the pool of rows. One that does not learn them fails instead of being fast.
 */
@State(Scope.Thread)
public abstract class EngineRun {
    private static final int MOST_PASSES = 50;
    private static final double LEARNED = 0.9;
    private static final long WARM_UP_NANOS = 8_000_000_000L; // the peers' code is large

    /** Inputs, hidden units, outputs. */
    @Param({"7-5-3", "64-32-10", "784-128-10", "784-1024-1024-10"})
    public String shape;

    private final Supplier<Engine> engines;
    private Engine engine;
    private LearnableRows rows;
    private int next;

    EngineRun(Supplier<Engine> engines) {
        this.engines = engines;
    }

    @Setup
    public void create() {
        rows = new LearnableRows(shape);
        engine = engines.get();
        engine.create(rows.units, rows.values, rows.labels);
        double before = rows.accuracy(engine, LearnableRows.ROWS);
        int passes = 0;
        while (rows.accuracy(engine, LearnableRows.ROWS) < LEARNED) {
            if (passes++ == MOST_PASSES) {
                throw new IllegalStateException("it does not learn: accuracy was " + before + ", and stays low");
            }
            for (int r = 0; r < LearnableRows.ROWS; r++) {
                engine.learn(r);
            }
        }
        System.out.printf("accuracy %.3f, after %d passes %.2f or more%n", before, passes, LEARNED);
        warmUp();
    }

    /** By the processor time it had, since where other work takes most of it seconds say little. */
    private void warmUp() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + WARM_UP_NANOS;
        while (threads.getCurrentThreadCpuTime() < end) {
            learnNext();
        }
    }

    int learnNext() {
        next = (next + 1) & (LearnableRows.ROWS - 1);
        engine.learn(next);
        return next;
    }

    @TearDown
    public void check() {
        double accuracy = rows.accuracy(engine, 64); // a few: they are counted as work of the last second
        if (accuracy < LEARNED) {
            throw new IllegalStateException("it has forgotten: accuracy " + accuracy);
        }
    }
}
