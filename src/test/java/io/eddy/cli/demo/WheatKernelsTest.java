package io.eddy.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WheatKernelsTest {
    private static final Pattern AREA = Pattern.compile("\"area\":([0-9.]+).*\"variety\":\"Rosa\"");

    @Test
    void kernelsAreThoseOfTheStatisticsUntilTheScannerIsRecalibrated() {
        WheatKernels kernels = new WheatKernels(1);
        assertThat(meanAreaOfRosa(kernels, WheatKernels.DRIFT_AT)).isCloseTo(18.33, within(0.15));
        assertThat(meanAreaOfRosa(kernels, 5000))
                .isCloseTo(18.33 * WheatKernels.MAGNIFICATION * WheatKernels.MAGNIFICATION, within(0.3));
        assertThat(kernels.passed()).isEqualTo(WheatKernels.DRIFT_AT + 5000);
    }

    @Test
    void sameSeedSameKernelsAndSomeHaveNoLabel() {
        WheatKernels one = new WheatKernels(7);
        WheatKernels other = new WheatKernels(7);
        int labelled = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] kernel = one.next();
            assertThat(other.next()).isEqualTo(kernel);
            labelled += new String(kernel, StandardCharsets.UTF_8).contains(WheatKernels.LABEL) ? 1 : 0;
        }
        assertThat(labelled).isBetween(750, 850);
    }

    private static double meanAreaOfRosa(WheatKernels kernels, int count) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < count; i++) {
            Matcher matcher = AREA.matcher(new String(kernels.next(), StandardCharsets.UTF_8));
            if (matcher.find()) {
                sum += Double.parseDouble(matcher.group(1));
                n++;
            }
        }
        return sum / n;
    }
}
