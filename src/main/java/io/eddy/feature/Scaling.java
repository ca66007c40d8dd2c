package io.eddy.feature;

/** How a number becomes an input, from what was seen of its feature so far. */
public enum Scaling {
    /** {@code (x - mean) / deviation}, running (Welford 1962). */
    STANDARD {
        @Override
        double scale(double x, RunningStatistics seen) {
            return seen.standardise(x);
        }
    },
    /** {@code (x - min) / (max - min)}, running, in [0, 1]. */
    MINMAX {
        @Override
        double scale(double x, RunningStatistics seen) {
            double range = seen.max() - seen.min();
            return range > 0 ? Math.min(1, Math.max(0, (x - seen.min()) / range)) : 0;
        }
    },
    /** {@code x}, within a million. */
    NONE {
        @Override
        double scale(double x, RunningStatistics seen) {
            return Math.min(LIMIT, Math.max(-LIMIT, x));
        }
    };

    private static final double LIMIT = 1e6;

    abstract double scale(double x, RunningStatistics seen);
}
