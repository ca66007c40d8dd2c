package io.eddy.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningStatisticsTest {
    /** Wherever in the stream they come, values of another order of magnitude leave the scale as it is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 20, 29, 30, 31, 500})
    void anOutlierDoesNotWreckTheScale(int place) {
        Random random = new Random(place);
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 1_000; i++) {
            seen.add(i == place ? 1e30 : 5 + random.nextGaussian());
        }
        assertThat(seen.mean()).isCloseTo(5, within(0.2));
        assertThat(seen.deviation()).isBetween(0.9, 1.5);
        assertThat(seen.standardise(6) - seen.standardise(4)).isGreaterThan(1.3);
        assertThat(seen.standardise(1e30)).isEqualTo(6);
    }

    @Test
    void norInANumberThatIsMostlyZero() {
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 1_000; i++) {
            seen.add(i == 7 || i == 700 ? 1e30 : i % 10 == 0 ? 3 : 0);
        }
        assertThat(seen.deviation()).isLessThan(3);
    }

    @Test
    void aRealShiftIsFollowed() {
        Random random = new Random(1);
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 20_000; i++) {
            seen.add((i < 1_000 ? 1 : 1_000) * random.nextGaussian());
        }
        assertThat(seen.deviation()).isGreaterThan(500);
    }

    @Test
    void itIsTheMeanAndDeviationOfOrdinaryNumbers() {
        RunningStatistics seen = new RunningStatistics();
        for (int i = 1; i <= 101; i++) {
            seen.add(i);
        }
        assertThat(seen.mean()).isCloseTo(51, within(1e-9));
        assertThat(seen.deviation()).isCloseTo(Math.sqrt((101 * 101 - 1) / 12.0), within(1e-9));
    }

    @Test
    void aHeavyTailIsTakenByItsLogarithm() {
        RunningStatistics seen = new RunningStatistics(true);
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            seen.add(Math.exp(8 + 2.5 * random.nextGaussian()));
        }
        assertThat(seen.mean()).isCloseTo(8, within(0.3));
        assertThat(seen.standardise(Math.exp(10.5)) - seen.standardise(Math.exp(8)))
                .isCloseTo(1, within(0.1));
        assertThat(seen.standardise(-5)).as("also below 0").isLessThan(seen.standardise(0));
    }

    /** What is ordinary stays on the scale that it has, whatever the seed. */
    @ParameterizedTest
    @ValueSource(strings = {"uniform", "normal", "positive", "counts", "rare", "exponential", "negative"})
    void anOrdinaryNumberIsTakenAsItIs(String kind) {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            RunningStatistics open = new RunningStatistics(true);
            RunningStatistics linear = new RunningStatistics(false);
            for (int i = 0; i < 40; i++) {
                double x = draw(kind, random);
                open.add(x);
                linear.add(x);
            }
            assertThat(open.mean()).isEqualTo(linear.mean());
        }
    }

    private static double draw(String kind, Random random) {
        return switch (kind) {
            case "uniform" -> random.nextDouble();
            case "normal" -> random.nextGaussian();
            case "positive" -> Math.abs(random.nextGaussian());
            case "counts" -> Math.floor(-3 * Math.log(1 - random.nextDouble()));
            case "rare" -> random.nextInt(10) == 0 ? 1000 * random.nextDouble() : 0;
            case "exponential" -> -Math.log(1 - random.nextDouble());
            default -> -Math.exp(3 * random.nextGaussian());
        };
    }
}
