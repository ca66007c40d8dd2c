package io.eddy.bench;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations for each second that the whole process had a processor, its collector and native threads included: JMH's own
 * figure on a machine that does nothing else, and about the same where other work takes most of it.
 */
public final class CpuRate implements InternalProfiler {
    /** The metric's name. */
    public static final String LABEL = "cpu.rate";

    private static final com.sun.management.OperatingSystemMXBean OS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

    private long before;

    @Override
    public String getDescription() {
        return "operations per second of processor time";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = OS.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (OS.getProcessCpuTime() - before) / 1e9;
        double operations = result.getMetadata().getMeasuredOps();
        return List.of(new ScalarResult(LABEL, operations / seconds, "ops/s", AggregationPolicy.AVG));
    }
}
