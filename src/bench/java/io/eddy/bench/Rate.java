package io.eddy.bench;

import java.util.Locale;

/** Rows a second, and the processors that were busy meanwhile: the application's, the broker's, with all else. */
record Rate(double rowsPerSecond, double application, double broker, double others) {
    /** Microseconds of processor that the application takes for a row: less in need of a quiet machine than the rate is. */
    double microsPerRow() {
        return application / rowsPerSecond * 1e6;
    }

    /** The same of the broker. */
    double brokerMicrosPerRow() {
        return broker / rowsPerSecond * 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,.0f rows/s, %.1f + %.1f µs of CPU a row, processors %.2f + %.2f + %.2f",
                rowsPerSecond,
                microsPerRow(),
                brokerMicrosPerRow(),
                application,
                broker,
                others);
    }
}
