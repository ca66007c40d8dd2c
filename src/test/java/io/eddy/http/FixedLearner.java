package io.eddy.http;

import io.eddy.HttpConfig;
import io.eddy.metrics.PartitionReport;
import java.util.List;

/** A learner whose reports and readiness a test sets. */
class FixedLearner implements LearnerSource {
    static final String SCRAPE = "# TYPE eddy_learned gauge\neddy_learned{partition=\"0\"} 400.0\n";
    static final HttpConfig ANY_PORT = new HttpConfig("127.0.0.1", 0, null, null, null, null);

    volatile List<HealthCheck> ready = List.of(new HealthCheck("streams", true, "RUNNING"));
    volatile List<PartitionReport> reports = List.of();

    @Override
    public String scrape() {
        return SCRAPE;
    }

    @Override
    public Health health() {
        return new Health(List.of(new HealthCheck("streams", true, "alive")), ready, List.of());
    }

    @Override
    public List<PartitionReport> reports() {
        return reports;
    }

    @Override
    public LearnerView view() {
        List<PartitionView> partitions = reports.stream()
                .map(r ->
                        new PartitionView(r.partition(), "running", 1, r.report(), r.snapshotBytes(), null, null, 0.25))
                .toList();
        return new LearnerView(System.currentTimeMillis(), health(), partitions, List.of(), List.of());
    }
}
