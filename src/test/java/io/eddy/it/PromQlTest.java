package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "up{job=\"eddy\"} == 0 # up",
                "sum by (le, partition) (rate(a_seconds_bucket{x=~\"b|c\"}[$__rate_interval])) # a_seconds_bucket",
                "60 * max(avg by (baseline) (b_total{p=\"}\"})) - a # a,b_total",
                "a < 0 and on (job, instance) b > 1e3 unless ignoring(x) c # a,b,c",
                "histogram_quantile(0.50, sum(rate(a_bucket[5m] offset 1h))) / on(y) group_left(z) b:c # a_bucket,b:c",
                "label_replace(a, \"thread\", \"$1\", \"id\", \".*-(Stream[0-9]+)\") # a",
                "count(a) or vector(0) # a",
            })
    void namesOnlyWhatIsAMetric(String expression, String metrics) {
        assertThat(PromQl.metrics(expression)).containsExactlyElementsOf(List.of(metrics.split(",")));
    }
}
