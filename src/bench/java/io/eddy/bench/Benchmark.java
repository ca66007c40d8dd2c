package io.eddy.bench;

/** One question about speed, answered with tables. */
interface Benchmark {
    void run(Options options, Report report) throws Exception;
}
