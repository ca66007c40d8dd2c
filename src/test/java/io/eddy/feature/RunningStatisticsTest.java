package io.eddy.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Also after a million others, and also back again. */
    @Test
    void whatCameBeforeAShiftFades() {
        Random random = new Random(1);
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 1_000_000; i++) {
            seen.add(random.nextGaussian());
        }
        for (double level : new double[] {1_000, 0}) {
            for (int i = 0; i < 3_000; i++) {
                seen.add(level + random.nextGaussian());
            }
            assertThat(Math.abs(seen.standardise(level))).isLessThan(3);
        }
        for (int i = 0; i < 1_000_000; i++) {
            seen.add(random.nextGaussian());
        }
        assertThat(seen.mean()).isCloseTo(0, within(0.2));
        assertThat(seen.deviation()).isBetween(0.9, 3.0);
    }

    /** One value makes up all but a few, among which there may be stray ones. */
    @ParameterizedTest
    @CsvSource({"0, 0.2", "0, 0.005", "0, 0.0005", "-7, 0.005"})
    void whatIsRareBesideAUsualValueIsNotStray(double usual, double frequency) {
        Random random = new Random(1);
        RunningStatistics seen = new RunningStatistics();
        int n = 100_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double x = i >= 40 && random.nextDouble() < frequency ? usual + 500 + 100 * random.nextGaussian() : usual;
            seen.add(i == 50_000 ? 1e30 : x);
            sum += x;
        }
        assertThat(seen.mean()).isCloseTo(sum / n, within(0.03 * Math.abs(sum / n) + 0.1));
        assertThat(seen.standardise(usual + 700) - seen.standardise(usual + 300))
                .isGreaterThan(1);
        assertThat(seen.standardise(usual + 700)).isLessThan(6);
        assertThat(Math.abs(seen.standardise(usual))).isLessThan(1);
    }

    @Test
    void whatWasUsualOnceIsForgotten() {
        Random random = new Random(1);
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 1_000_000; i++) {
            seen.add(i < 20 ? 0 : 500 + random.nextGaussian());
        }
        assertThat(seen.deviation()).isCloseTo(1, within(0.1));
    }

    /** Such as a sensor that sends 0 until it is connected. */
    @Test
    void aUsualValueThatNoLongerComesIsSoonForgotten() {
        Random random = new Random(1);
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 110_000; i++) {
            seen.add(i < 100_000 ? 0 : 1_000 + random.nextGaussian());
        }
        assertThat(seen.mean()).isCloseTo(1_000, within(3.0));
        assertThat(seen.deviation()).isLessThan(50);
    }

    @ParameterizedTest
    @CsvSource({"16, true", "15, false"})
    void usualIsWhatMoreThanHalfOfTheFirstAre(int equal, boolean usual) {
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 10_000; i++) {
            boolean isOther = i < 30 ? i >= equal : i % 500 == 0;
            seen.add(isOther ? 900 + i % 7 : 0);
        }
        assertThat(seen.standardise(903)).isBetween(usual ? 2.0 : 6.0, usual ? 4.0 : 6.0);
    }

    /** Beside others that are all the same, what is within ten times their size is not stray. */
    @ParameterizedTest
    @ValueSource(doubles = {100, -100})
    void equalOthersReachByTheirSizeNotTheirSign(double other) {
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 60; i++) {
            seen.add(i < 30 ? 0 : other);
        }
        seen.add(9 * other);
        assertThat(Math.min(seen.min(), -seen.max())).isEqualTo(-900);
    }

    /** However long nothing but the usual value comes. */
    @Test
    void theOthersDoNotFadeMeanwhile() {
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 4_400_000; i++) {
            seen.add(i < 30 || i >= 60 ? 0 : 0.1 * (i - 45));
        }
        double before = seen.standardise(1);
        seen.add(1e-20);
        assertThat(seen.standardise(1)).isCloseTo(before, within(0.1 * before)).isBetween(1.0, 6.0);
    }

    @Test
    void aUsualValueCountsAsOftenAsItCame() {
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 1_000; i++) {
            seen.add(i % 5 == 0 ? 3 + i % 2 : 1);
        }
        assertThat(seen.mean()).isCloseTo(1.5, within(1e-9));
        assertThat(seen.deviation()).isCloseTo(Math.sqrt((800 * 0.25 + 100 * 2.25 + 100 * 6.25) / 1_000), within(1e-9));
        assertThat(seen.min()).isEqualTo(1);
        assertThat(seen.max()).isEqualTo(4);
    }

    @Test
    void ofWhatIsRareTheLogarithmMayBeTakenToo() {
        RunningStatistics seen = new RunningStatistics(true);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            seen.add(random.nextInt(50) == 0 ? Math.exp(8 + 2.5 * random.nextGaussian()) : 5);
        }
        assertThat(seen.standardise(Math.exp(10.5)) - seen.standardise(Math.exp(8)))
                .isCloseTo(seen.standardise(Math.exp(8)) - seen.standardise(Math.exp(5.5)), within(0.01));
        assertThat(seen.mean()).as("on the scale of the logarithm").isCloseTo(Math.log(6) + 6.2 / 50, within(0.1));
    }

    /** Whenever it is stored, what is read goes on like it. */
    @ParameterizedTest
    @ValueSource(strings = {"uniform", "counts", "rare", "negative", "constant"})
    void allOfItIsStored(String kind) throws IOException {
        for (int stored : new int[] {0, 1, 29, 30, 31, 200, 600}) {
            Random random = new Random(stored);
            RunningStatistics seen = new RunningStatistics(true);
            for (int i = 0; i < stored; i++) {
                seen.add(draw(kind, random));
            }
            RunningStatistics read = new RunningStatistics(true);
            read.read(new DataInputStream(new ByteArrayInputStream(bytes(seen))), Encoding.LATEST);
            for (int i = 0; i < 400; i++) {
                double x = draw(kind, random);
                assertThat(read.standardise(x)).isEqualTo(seen.standardise(x));
                seen.add(x);
                read.add(x);
            }
            assertThat(bytes(read)).isEqualTo(bytes(seen));
        }
    }

    @Test
    void alsoHowLongTheUsualValueHasNotCome() throws IOException {
        RunningStatistics seen = new RunningStatistics();
        for (int i = 0; i < 52; i++) {
            seen.add(i < 40 ? 0 : i);
        }
        RunningStatistics read = new RunningStatistics();
        read.read(new DataInputStream(new ByteArrayInputStream(bytes(seen))), Encoding.LATEST);
        for (int i = 0; i < 100; i++) {
            seen.add(50 + i);
            read.add(50 + i);
        }
        assertThat(bytes(read)).isEqualTo(bytes(seen));
    }

    private static byte[] bytes(RunningStatistics seen) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        seen.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
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

    /** An input is cut where it says nothing more, a label where it is stray. */
    @Test
    void whatIsFarIsCut() {
        RunningStatistics seen = new RunningStatistics();
        assertThat(seen.target(7)).isZero();
        for (int i = 0; i < 100; i++) {
            seen.add(i % 2 == 0 ? 3 : 5);
        }
        assertThat(seen.standardise(12)).isEqualTo(6);
        assertThat(seen.target(12)).isEqualTo(8);
        assertThat(seen.target(15)).isEqualTo(10);
        assertThat(seen.target(-7)).isEqualTo(-10);
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
    @ValueSource(strings = {"uniform", "normal", "positive", "counts", "rare", "exponential", "negative", "signed"})
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
            case "constant" -> 4;
            case "signed" -> (random.nextBoolean() ? -1 : 1) * Math.exp(3 * random.nextGaussian());
            case "exponential" -> -Math.log(1 - random.nextDouble());
            default -> -Math.exp(3 * random.nextGaussian());
        };
    }
}
