package io.eddy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eddy.metrics.PartitionReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveSeriesTest {
    @Test
    void weighsBaselinesByTheSamplesLearned() {
        List<PartitionReport> reports =
                List.of(Reports.classification(0, 100_000, 0.5, 0.5), Reports.unmeasured(1, 300_000));

        assertThat(CurveSeries.NO_CHANGE_ACCURACY.mean(reports)).hasValueCloseTo(0.4, within(1e-12));
    }

    @Test
    void weighsRecentFiguresByNoMoreThanTheirWindow() {
        List<PartitionReport> reports =
                List.of(Reports.classification(0, 1_000, 0.5, 0.5), Reports.classification(1, 1_000_000, 0.9, 0.9));

        assertThat(CurveSeries.RECENT_ACCURACY.mean(reports)).hasValueCloseTo(0.7, within(1e-12));
        assertThat(CurveSeries.FADING_ACCURACY.mean(reports)).hasValueCloseTo(0.7, within(1e-12));
        assertThat(CurveSeries.RECENT_LOG_LOSS.mean(reports)).hasValueCloseTo(0.3, within(1e-12));
    }

    @Test
    void averagesRootsAsSquares() {
        List<PartitionReport> reports = List.of(Reports.regression(0, 500, 1, 3), Reports.regression(1, 500, 7, 3));

        assertThat(CurveSeries.RECENT_RMSE.mean(reports)).hasValueCloseTo(5.0, within(1e-12));
        assertThat(CurveSeries.NO_CHANGE_RMSE.mean(reports)).hasValueCloseTo(4.0, within(1e-12));
    }

    @Test
    void readsTheBaselines() {
        List<PartitionReport> classes = List.of(Reports.classification(0, 100, 0.5, 0.5));
        List<PartitionReport> numbers = List.of(Reports.regression(0, 100, 0.5, 0.5));

        assertThat(CurveSeries.NO_CHANGE_ACCURACY.mean(classes)).hasValueCloseTo(0.4, within(1e-12));
        assertThat(CurveSeries.MAJORITY_ACCURACY.mean(classes)).hasValueCloseTo(0.3, within(1e-12));
        assertThat(CurveSeries.NO_CHANGE_RMSE.mean(numbers)).hasValueCloseTo(4.0, within(1e-12));
        assertThat(CurveSeries.MEAN_RMSE.mean(numbers)).hasValueCloseTo(6.0, within(1e-12));
    }

    @Test
    void leavesOutPartitionsWithoutTheFigure() {
        List<PartitionReport> reports = List.of(Reports.unmeasured(0, 1), Reports.classification(1, 300, 0.9, 0.8));

        assertThat(CurveSeries.RECENT_ACCURACY.mean(reports)).hasValueCloseTo(0.9, within(1e-12));
        assertThat(CurveSeries.RECENT_RMSE.mean(reports)).isEmpty();
        assertThat(CurveSeries.RECENT_ACCURACY.mean(List.of(Reports.unmeasured(0, 1))))
                .isEmpty();
    }
}
