package io.eddy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On errors that are drawn at known rates, over {@value #SEEDS} seeds. */
class DriftDetectorTest {
    private static final int SEEDS = 25;
    private static final int CHANGE = 5000;

    /**
     * What each is held to: the median delay after a sudden change and after the beginning of a gradual one, and false alarms
     * in 100,000 values at error rates of 0.1 and 0.3, mean over the seeds.
     */
    static Stream<Arguments> detectors() {
        return Stream.of(
                detector("ADWIN", Adwin::new, 140, 1000, 0.05, 0.05), // 120, 888, 0, 0
                detector("Page-Hinkley of MOA", PageHinkley::new, 240, 1100, 2.5, 7), // 212, 965, 2.0, 5.9
                detector(
                        "without fading",
                        () -> new PageHinkley(30, 0.02, 50, 1),
                        310,
                        1300,
                        0.05,
                        0.05)); // 278, 1190, 0, 0
    }

    private static Arguments detector(
            String name, Supplier<DriftDetector> make, int sudden, int gradual, double falseAt01, double falseAt03) {
        return Arguments.of(name, make, sudden, gradual, falseAt01, falseAt03);
    }

    private record Outcome(int delay, int before, int up, int down) {}

    private static Outcome run(DriftDetector detector, int values, IntToDoubleFunction rate, long seed) {
        Random random = new Random(seed);
        int delay = Integer.MAX_VALUE;
        int before = 0;
        int up = 0;
        int down = 0;
        for (int i = 0; i < values; i++) {
            if (detector.add(random.nextDouble() < rate.applyAsDouble(i) ? 1 : 0)) {
                up += detector.isUpward() ? 1 : 0;
                down += detector.isUpward() ? 0 : 1;
                before += i < CHANGE ? 1 : 0;
                if (i >= CHANGE && detector.isUpward() && delay == Integer.MAX_VALUE) {
                    delay = i - CHANGE + 1;
                }
            }
        }
        return new Outcome(delay, before, up, down);
    }

    private static List<Outcome> runs(Supplier<DriftDetector> make, int values, IntToDoubleFunction rate) {
        List<Outcome> outcomes = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            outcomes.add(run(make.get(), values, rate, seed));
        }
        return outcomes;
    }

    private static int medianDelay(List<Outcome> outcomes) {
        List<Integer> delays =
                new ArrayList<>(outcomes.stream().map(Outcome::delay).toList());
        Collections.sort(delays);
        return delays.get(SEEDS / 2);
    }

    private static double meanUp(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::up).average().orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detectors")
    void aSuddenChangeIsFoundSoonAndOnEverySeed(String name, Supplier<DriftDetector> make, int median) {
        List<Outcome> outcomes = runs(make, 10_000, i -> i < CHANGE ? 0.1 : 0.3);
        assertThat(medianDelay(outcomes)).isLessThanOrEqualTo(median);
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.delay()).isLessThan(400);
            assertThat(outcome.before()).isZero();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detectors")
    void aGradualChangeIsFoundWhileItGoesOn(String name, Supplier<DriftDetector> make, int sudden, int median) {
        List<Outcome> outcomes =
                runs(make, 10_000, i -> i < CHANGE ? 0.1 : Math.min(0.3, 0.1 + 0.2 * (i - CHANGE) / 2000));
        assertThat(medianDelay(outcomes)).isLessThanOrEqualTo(median);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.delay()).isLessThan(2000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detectors")
    void falseAlarmsAreFew(
            String name, Supplier<DriftDetector> make, int sudden, int gradual, double falseAt01, double falseAt03) {
        assertThat(meanUp(runs(make, 100_000, i -> 0.1))).isLessThanOrEqualTo(falseAt01);
        assertThat(meanUp(runs(make, 100_000, i -> 0.3))).isLessThanOrEqualTo(falseAt03);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detectors")
    void learningIsNoAlarm(String name, Supplier<DriftDetector> make) {
        assertThat(meanUp(runs(make, 10_000, i -> 0.1 + 0.4 * Math.exp(-i / 1000.0))))
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detectors")
    void whatIsConstantOrNoNumberDoesNotChange(String name, Supplier<DriftDetector> make) {
        for (double constant : new double[] {0, 1, 0.1, 1e-300}) {
            DriftDetector detector = make.get();
            for (int i = 0; i < 20_000; i++) {
                assertThat(detector.add(i % 100 == 7 ? Double.NaN : constant)).isFalse();
            }
            assertThat(detector.mean()).isCloseTo(constant, within(1e-12));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detectors")
    void storedAndLoadedItDetectsTheSame(String name, Supplier<DriftDetector> make) throws IOException {
        Random random = new Random(1);
        DriftDetector whole = make.get();
        DriftDetector stored = make.get();
        int detections = 0;
        for (int i = 0; i < 12_000; i++) {
            double loss = random.nextDouble() < (i / 3000 % 2 == 0 ? 0.1 : 0.6) ? random.nextDouble() : 0;
            boolean detected = whole.add(loss);
            assertThat(stored.add(loss)).as("value %d", i).isEqualTo(detected);
            detections += detected ? 1 : 0;
            if (i % 37 == 0) {
                byte[] bytes = bytes(stored);
                stored = make.get();
                stored.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            }
        }
        assertThat(detections).isPositive();
        assertThat(bytes(stored)).isEqualTo(bytes(whole));
        whole.reset();
        assertThat(bytes(whole)).isEqualTo(bytes(make.get()));
    }

    private static byte[] bytes(DriftDetector detector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void adwinTellsImprovementFromDecay() {
        List<Outcome> outcomes = runs(Adwin::new, 10_000, i -> i < CHANGE ? 0.3 : 0.1);
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.up()).isZero();
            assertThat(outcome.down()).isPositive();
        });
    }

    @Test
    void adwinsMeanIsThatOfTheLastValues() {
        Random random = new Random(1);
        Adwin adwin = new Adwin();
        double[] values = new double[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() * (i < CHANGE ? 0.5 : 1);
            adwin.add(values[i]);
            double sum = 0;
            for (int k = i + 1 - (int) adwin.width(); k <= i; k++) {
                sum += values[k];
            }
            assertThat(adwin.mean()).isCloseTo(sum / adwin.width(), within(1e-9));
        }
        assertThat(adwin.width()).isBetween(4000L, 5500L);
    }

    @Test
    void theHistogramsVarianceIsThatOfItsValues() {
        Random random = new Random(1);
        BucketHistogram histogram = new BucketHistogram();
        double sum = 0;
        double squares = 0;
        int n = 3000;
        for (int i = 0; i < n; i++) {
            double value = random.nextGaussian();
            histogram.add(value);
            sum += value;
            squares += value * value;
        }
        assertThat(histogram.count()).isEqualTo(n);
        assertThat(histogram.variance()).isCloseTo(squares / n - sum / n * sum / n, within(1e-9));
    }

    @Test
    void pageHinkleyByHand() {
        PageHinkley test = new PageHinkley(1, 0, 1, 1);
        assertThat(test.add(0)).isFalse(); // mean 0, sum 0, least 0
        assertThat(test.add(1)).isFalse(); // mean 1/2, sum 1/2
        assertThat(test.add(1)).isFalse(); // mean 2/3, sum 5/6
        assertThat(test.isUpward()).isFalse();
        assertThat(test.add(1)).isTrue(); // mean 3/4, sum 13/12
        assertThat(test.isUpward()).isTrue();
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Adwin(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageHinkley(30, 0.005, 50, 1.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
