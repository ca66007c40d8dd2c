package io.eddy.peers;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rows a second that each engine answers and learns from, one at a time, in one thread.
 */
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 2) // processor time is counted in hundredths of a second
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PeersBenchmark {
    private static final int JVMS = 3; // of engines that are fast enough for it to matter where their arrays lie
    private static final String OFFLINE = "-Dai.djl.offline=true";
    private static final String SILENT = "-DOPT_OUT_TRACKING=true";
    // where the native libraries are unpacked
    private static final String CACHE = "-DDJL_CACHE_DIR=target/djl";
    private static final String JAVACPP_CACHE = "-Dorg.bytedeco.javacpp.cachedir=target/javacpp";
    private static final String THREADS = "-Dai.djl.pytorch.num_threads=1";
    private static final String INTEROP_THREADS = "-Dai.djl.pytorch.num_interop_threads=1";

    /** Eddy's. */
    public static class Eddy extends EngineRun {
        public Eddy() {
            super(EddyEngine::new);
        }
    }

    /** Smile's. */
    public static class Smile extends EngineRun {
        public Smile() {
            super(SmileEngine::new);
        }
    }

    /** DJL's. */
    public static class Djl extends EngineRun {
        public Djl() {
            super(DjlEngine::new);
        }
    }

    /** DL4J's. */
    public static class Dl4j extends EngineRun {
        public Dl4j() {
            super(Dl4jEngine::new);
        }
    }

    /** MOA's. */
    public static class Moa extends EngineRun {
        public Moa() {
            super(MoaEngine::new);
        }
    }

    @Benchmark
    @Fork(value = JVMS, jvmArgsAppend = "-Deddy.kernels=plain")
    public int eddyPlain(Eddy run) {
        return run.learnNext();
    }

    @Benchmark
    @Fork(value = JVMS, jvmArgsAppend = "-Deddy.kernels=vector")
    public int eddyVector(Eddy run) {
        return run.learnNext();
    }

    @Benchmark
    @Fork(value = JVMS, jvmArgsAppend = JAVACPP_CACHE) // OpenBLAS: one thread by the environment that the profile sets
    public int smile(Smile run) {
        return run.learnNext();
    }

    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {OFFLINE, SILENT, CACHE, THREADS, INTEROP_THREADS})
    public int djlPytorch(Djl run) {
        return run.learnNext();
    }

    @Benchmark
    @Fork(
            value = 1,
            // it lives on phantom references, and is faster with this collector
            jvmArgsAppend = {JAVACPP_CACHE, "-XX:+UseParallelGC"})
    public int dl4j(Dl4j run) {
        return run.learnNext();
    }

    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {OFFLINE, SILENT, CACHE, THREADS, INTEROP_THREADS})
    public int moa(Moa run) {
        return run.learnNext();
    }
}
