package io.eddy.http;

import io.eddy.metrics.PartitionReport;
import java.util.List;

/**
 * The learner that the endpoints show, in this process or in another. It is asked at every request, on a thread of the HTTP
 * server, so it must be quick and safe beside the stream.
 */
public interface LearnerSource {
    /** The text of {@code /metrics}. */
    String scrape();

    Health health();

    /** The present reports of the partitions that are learned from here; asked each second. */
    List<PartitionReport> reports();

    /** All that the page shows. */
    LearnerView view();
}
