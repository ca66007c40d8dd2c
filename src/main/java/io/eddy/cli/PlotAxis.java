package io.eddy.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A range of values laid out over pixels, with round numbers marked. */
record PlotAxis(double from, double to, double step, double firstPixel, double lastPixel) {
    private static final int TICKS = 5;

    /** An axis that reaches to round numbers around the values. */
    static PlotAxis around(double least, double most, double firstPixel, double lastPixel) {
        double range = most > least ? most - least : Math.max(Math.abs(most), 1e-3);
        double step = roundStep(range / TICKS);
        double from = Math.floor(least / step + 1e-9) * step;
        double to = Math.max(Math.ceil(most / step - 1e-9) * step, from + step);
        return new PlotAxis(from, to, step, firstPixel, lastPixel);
    }

    /** An axis that ends where the values end. */
    static PlotAxis upTo(double most, double firstPixel, double lastPixel) {
        double to = Math.max(most, 1);
        return new PlotAxis(0, to, Math.max(1, roundStep(to / TICKS)), firstPixel, lastPixel);
    }

    /** 1, 2 or 5 times a power of ten, at least so much. */
    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    double pixel(double value) {
        return firstPixel + (value - from) / (to - from) * (lastPixel - firstPixel);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; from + i * step <= to + step * 1e-6; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    /** As many digits as the step has. */
    String label(double tick) {
        int digits = Math.max(0, BigDecimal.valueOf(step).stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + digits + "f", tick);
    }
}
