package io.eddy.peers;

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
        for (int pass = 1; pass <= MOST_PASSES; pass++) {
            for (int r = 0; r < LearnableRows.ROWS; r++) {
                engine.learn(r);
            }
            double after = rows.accuracy(engine, LearnableRows.ROWS);
            if (after >= LEARNED) {
                System.out.printf("accuracy %.3f, after %d passes %.3f%n", before, pass, after);
                return;
            }
        }
        throw new IllegalStateException(
                "it does not learn: accuracy " + before + ", then " + rows.accuracy(engine, LearnableRows.ROWS));
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
