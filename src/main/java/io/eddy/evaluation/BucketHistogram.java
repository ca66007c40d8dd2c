package io.eddy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The last values of a stream in few numbers: an exponential histogram (Datar, Gionis, Indyk and Motwani 2002) as Bifet and
 * Gavaldà (2007) use it. A bucket of row r holds the sum and the spread of 2^r values that followed each other; a row has
 * {@value #BUCKETS} buckets at most, then its two oldest become one of the next row. All that is asked is summed anew over
 * the buckets, so no rounding gathers. Values come into buckets by the {@value #WAITING}, or when something is asked: many in
 * one go take a fraction of the time, and what comes of them is the same.
 */
final class BucketHistogram {
    private static final int BUCKETS = 5; // the paper's M
    private static final int WAITING = 32;

    private final double[] waiting = new double[WAITING];
    private int newest; // how many wait
    private int rows;
    private int[] used = {}; // [row]
    private double[][] sums = {}; // [row][bucket], the oldest first
    private double[][] squares = {}; // [row][bucket], sum of squared distances from the bucket's mean

    void add(double value) {
        waiting[newest++] = value;
        if (newest == WAITING) {
            settle();
        }
    }

    private void settle() {
        for (int i = 0; i < newest; i++) {
            intoBuckets(waiting[i]);
        }
        newest = 0;
    }

    private void intoBuckets(double value) {
        put(0, value, 0);
        for (int r = 0; used[r] > BUCKETS; r++) {
            double apart = sums[r][0] - sums[r][1];
            long n = 1L << r; // of each of the two
            put(r + 1, sums[r][0] + sums[r][1], squares[r][0] + squares[r][1] + apart * apart / (2.0 * n));
            removeOldest(r, 2);
        }
    }

    private void put(int row, double sum, double square) {
        if (row == rows) {
            rows++;
            used = Arrays.copyOf(used, rows);
            sums = Arrays.copyOf(sums, rows);
            squares = Arrays.copyOf(squares, rows);
            sums[row] = new double[BUCKETS + 1];
            squares[row] = new double[BUCKETS + 1];
        }
        sums[row][used[row]] = sum;
        squares[row][used[row]] = square;
        used[row]++;
    }

    private void removeOldest(int row, int buckets) {
        int left = used[row] - buckets;
        for (int b = 0; b < left; b++) { // so few that a call would take longer
            sums[row][b] = sums[row][b + buckets];
            squares[row][b] = squares[row][b + buckets];
        }
        used[row] = left;
    }

    /** Forgets the oldest bucket. Only the last row can run empty: each other one kept four when the next began. */
    void dropOldest() {
        settle();
        removeOldest(rows - 1, 1);
        if (used[rows - 1] == 0) {
            rows--;
        }
        used = Arrays.copyOf(used, rows);
        sums = Arrays.copyOf(sums, rows);
        squares = Arrays.copyOf(squares, rows);
    }

    void clear() {
        newest = 0;
        rows = 0;
        used = new int[0];
        sums = new double[0][];
        squares = new double[0][];
    }

    /** How many of the last values are in here. */
    long count() {
        settle();
        long count = 0;
        for (int r = 0; r < rows; r++) {
            count += (long) used[r] << r;
        }
        return count;
    }

    double sum() {
        Cursor all = fromOldest();
        while (all.next()) {}
        return all.sum;
    }

    /** Mean squared distance from the mean of all. */
    double variance() {
        long n = count();
        double mean = sum() / n;
        double total = 0;
        for (int r = 0; r < rows; r++) {
            for (int b = 0; b < used[r]; b++) {
                double distance = StrictMath.scalb(sums[r][b], -r) - mean;
                total += squares[r][b] + (1L << r) * distance * distance;
            }
        }
        return total / n;
    }

    /** Before the oldest bucket. */
    Cursor fromOldest() {
        settle();
        return new Cursor();
    }

    /** Goes from bucket to bucket, and sums up those behind it. */
    final class Cursor {
        private int row = rows - 1;
        private int bucket;
        private long count;
        private double sum;

        /** False if there is no bucket left. */
        boolean next() {
            while (row >= 0 && bucket == used[row]) {
                row--;
                bucket = 0;
            }
            if (row < 0) {
                return false;
            }
            count += 1L << row;
            sum += sums[row][bucket++];
            return true;
        }

        long count() {
            return count;
        }

        double sum() {
            return sum;
        }
    }

    void write(DataOutput out) throws IOException {
        settle();
        out.writeInt(rows);
        for (int r = 0; r < rows; r++) {
            out.writeInt(used[r]);
            for (int b = 0; b < used[r]; b++) {
                out.writeDouble(sums[r][b]);
                out.writeDouble(squares[r][b]);
            }
        }
    }

    void read(DataInput in) throws IOException {
        clear();
        int stored = in.readInt();
        for (int r = 0; r < stored; r++) {
            int buckets = in.readInt();
            for (int b = 0; b < buckets; b++) {
                put(r, in.readDouble(), in.readDouble());
            }
        }
    }
}
