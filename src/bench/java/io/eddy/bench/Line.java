package io.eddy.bench;

/**
 * The straight line through points by least squares of what it misses in parts of the point, for points are small and
 * large; and how much it misses of the worst.
 */
record Line(double intercept, double slope, double worst) {
    static Line through(double[] x, double[] y) {
        double weights = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            double weight = 1 / (y[i] * y[i]);
            weights += weight;
            meanX += weight * x[i];
            meanY += weight * y[i];
        }
        meanX /= weights;
        meanY /= weights;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            double weight = 1 / (y[i] * y[i]);
            squares += weight * (x[i] - meanX) * (x[i] - meanX);
            products += weight * (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = products / squares;
        double intercept = meanY - slope * meanX;
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Math.abs(intercept + slope * x[i] - y[i]) / y[i]);
        }
        return new Line(intercept, slope, worst);
    }
}
