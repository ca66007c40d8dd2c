package io.eddy.http;

import io.eddy.metrics.RecentDeadLetter;
import io.eddy.metrics.RecentPrediction;
import java.util.List;

/**
 * What the page shows of one moment, beside the curves.
 *
 * @param at in milliseconds since 1970
 * @param partitions held by this application, in their order
 * @param predictions some of the last ones, the latest first
 * @param deadLetters some of the last ones, the latest first
 */
public record LearnerView(
        long at,
        Health health,
        List<PartitionView> partitions,
        List<RecentPrediction> predictions,
        List<RecentDeadLetter> deadLetters) {
    /** The same after its process has ended. */
    public LearnerView stopped(Health now) {
        List<PartitionView> stopped =
                partitions.stream().map(PartitionView::stopped).toList();
        return new LearnerView(at, now, stopped, predictions, deadLetters);
    }
}
