package io.eddy.network;

/** The learning rate at each update. */
public sealed interface RateSchedule {
    /** The rate of update number {@code t}, from 0. */
    float at(long t);

    /** Always the same. */
    record Constant(float rate) implements RateSchedule {
        @Override
        public float at(long t) {
            return rate;
        }
    }

    /** {@code rate / (1 + t / period)}: after {@code period} updates it is the half (Robbins, Monro 1951). */
    record InverseTime(float rate, int period) implements RateSchedule {
        @Override
        public float at(long t) {
            return (float) (rate / (1 + (double) t / period));
        }
    }

    /**
     * Along half a cosine from {@code rate} to 0, and from the beginning: stochastic gradient descent with warm restarts
     * (Loshchilov, Hutter 2017, equation 5).
     *
     * @param period updates until the first restart
     * @param multiplier each period is so many times as long as the one before
     */
    record CosineRestart(float rate, int period, int multiplier) implements RateSchedule {
        @Override
        public float at(long t) {
            long since = t;
            long length = period;
            if (multiplier == 1) {
                since = t % length;
            } else {
                while (since >= length) {
                    since -= length;
                    length *= multiplier;
                }
            }
            return (float) (rate / 2 * (1 + StrictMath.cos(Math.PI * since / length)));
        }
    }
}
