package io.eddy.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.evaluation.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code eddy.model=auto} promises: without being told anything, it is not worse than doing something simple. */
class PoolTest {
    private static final int ROWS = 4_000;
    private static final Map<String, String> LINEAR = Map.of("eddy.model", "network", "eddy.network.hidden", "");

    /** Streams of which each has another best way; a label is drawn from features, the label before, and chance. */
    enum Of {
        CLASSES_BY_A_LINE {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return a + b > 0 ? "up" : "down";
            }
        },
        CLASSES_BY_EXCLUSIVE_OR {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return a > 0 ^ b > 0 ? "up" : "down";
            }
        },
        CLASSES_BY_CHANCE_NINE_TO_ONE {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return random.nextInt(10) == 0 ? "up" : "down";
            }
        },
        CLASSES_THAT_STAY {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return random.nextInt(20) == 0 ? "state" + random.nextInt(4) : last.isEmpty() ? "state0" : last;
            }
        },
        CLASSES_IN_TURN {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return last.equals("one") ? "two" : "one";
            }
        },
        CLASSES_A_THIRD_WRONG {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return a > 0 ^ random.nextInt(3) == 0 ? "up" : "down";
            }
        },
        ONE_CLASS {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return "only";
            }
        },
        VALUES_BY_A_LINE {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return number(100 + 3 * a - 2 * b + 0.1 * c);
            }
        },
        VALUES_BY_A_CURVE {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return number(Math.sin(2 * a) * b);
            }
        },
        VALUES_THAT_WALK {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return number((last.isEmpty() ? 50 : Double.parseDouble(last)) + random.nextGaussian());
            }
        },
        VALUES_BY_CHANCE {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return number(1e6 * random.nextDouble());
            }
        },
        VALUES_WITH_A_HEAVY_TAIL {
            @Override
            String label(double a, double b, double c, String last, Random random) {
                return number(Math.exp(a + random.nextGaussian() / 2));
            }
        };

        abstract String label(double a, double b, double c, String last, Random random);

        boolean isOfClasses() {
            return !name().startsWith("VALUES");
        }

        static String number(double value) {
            return String.format(Locale.ROOT, "%.5f", value);
        }

        List<String> rows(long seed) {
            Random random = new Random(seed);
            List<String> rows = new ArrayList<>();
            String last = "";
            for (int i = 0; i < ROWS; i++) {
                double a = random.nextGaussian();
                double b = random.nextGaussian();
                double c = random.nextGaussian();
                last = label(a, b, c, last, random);
                rows.add("{\"a\":" + number(a) + ",\"b\":" + number(b) + ",\"c\":" + number(c) + ",\"y\":"
                        + (isOfClasses() ? "\"" + last + "\"" : last) + "}");
            }
            return rows;
        }
    }

    @ParameterizedTest
    @EnumSource(Of.class)
    void neverMoreThanAPointBelowTheBestOfThreeSimpleThings(Of stream) {
        List<String> rows = stream.rows(7);
        String figure = stream.isOfClasses() ? "accuracy" : "r2";
        Figures auto = Learners.learned(Map.of(), 1, rows).report().figures();
        Figures linear = Learners.learned(LINEAR, 1, rows).report().figures();
        double best = Stream.concat(Stream.of(linear.metrics()), auto.baselines().values().stream())
                .flatMapToDouble(figures -> DoubleStream.of(figures.getOrDefault(figure, 0.0)))
                .max()
                .orElseThrow();
        assertThat(auto.metrics().get(figure)).isGreaterThan(best - 0.01);
    }

    /** Not one network alone knows both halves. */
    @Test
    void afterADriftItIsGoodAgain() {
        List<String> rows = new ArrayList<>(Of.CLASSES_BY_A_LINE.rows(1));
        Of.CLASSES_BY_A_LINE
                .rows(2)
                .forEach(row -> rows.add(row.contains("up") ? row.replace("up", "down") : row.replace("down", "up")));
        OnlineLearner learner = Learners.learned(Map.of(), 1, rows);
        assertThat(learner.report().drifts().values()).anyMatch(count -> count > 0);
        assertThat(learner.report().figures().recent().get("accuracy")).isGreaterThan(0.95);
    }

    @Test
    void aDriftIsKnownUntilTheNextLabelIsLearned() {
        OnlineLearner learner = Learners.learned(Map.of(), 1, Of.CLASSES_BY_A_LINE.rows(1));
        assertThat(learner.driftDetector()).isEmpty();
        int detected = 0;
        for (String row : Of.CLASSES_BY_EXCLUSIVE_OR.rows(2)) {
            Learners.learn(learner, row);
            detected += learner.driftDetector().isEmpty() ? 0 : 1;
        }
        assertThat(detected).isBetween(1, 5);
    }

    /** Challengers that took a candidate's place have other initial weights for what appears later. */
    @Test
    void storedAndLoadedAfterManyDriftsItGoesOnWithTheSameBits() {
        OnlineLearner learner = Learners.learner(Map.of(), 1);
        for (int concept = 0; concept < 8; concept++) {
            for (String row : Of.CLASSES_BY_A_LINE.rows(concept).subList(0, 1_500)) {
                String other = row.contains("up") ? row.replace("up", "down") : row.replace("down", "up");
                Learners.learn(learner, concept % 2 == 0 ? row : other);
            }
            OnlineLearner copy = LearnerSnapshot.decode(LearnerSnapshot.encode(learner), learner.settings());
            String news = "{\"a\":1,\"new" + concept + "\":\"x\",\"y\":\"class" + concept + "\"}";
            Learners.learn(learner, news);
            Learners.learn(copy, news);
            assertThat(Learners.digest(copy)).as("concept %d", concept).isEqualTo(Learners.digest(learner));
        }
        assertThat(learner.report().drifts().get("adwin")).isGreaterThan(3);
    }

    /** It is there for ten thousand samples, and the pool is what it was before; stored halfway or not. */
    @Test
    void aChallengerHasATrial() {
        OnlineLearner learner = Learners.learned(Map.of(), 1, Of.CLASSES_BY_A_LINE.rows(1));
        long without = parameters(learner);
        List<String> rows = Stream.of(2, 3, 4, 5)
                .flatMap(seed -> Of.CLASSES_BY_EXCLUSIVE_OR.rows(seed).stream())
                .toList();
        OnlineLearner stored = null;
        int trial = 0;
        for (String row : rows) {
            Learners.learn(learner, row);
            if (stored != null) {
                Learners.learn(stored, row);
            }
            if (parameters(learner) > without) {
                trial++;
            } else if (trial > 0) {
                break;
            }
            if (trial == 5_000) {
                stored = LearnerSnapshot.decode(LearnerSnapshot.encode(learner), learner.settings());
            }
        }
        assertThat(learner.report().drifts().get("adwin")).isEqualTo(1);
        assertThat(trial).isEqualTo(10_000);
        assertThat(parameters(learner)).isEqualTo(without);
        assertThat(Learners.digest(stored)).isEqualTo(Learners.digest(learner));
    }

    private static long parameters(OnlineLearner learner) {
        return learner.report().training().parameters();
    }

    @Test
    void itsWeightsAreSharesOfOne() {
        Map<String, Double> candidates = Learners.learned(Map.of(), 1, Of.CLASSES_BY_EXCLUSIVE_OR.rows(1))
                .report()
                .candidates();
        assertThat(candidates.values().stream().mapToDouble(weight -> weight).sum())
                .isBetween(0.999999, 1.000001);
        assertThat(candidates.get("majority")).isLessThan(0.01);
    }

    /** One in fifty is rare: the majority is right without ever naming it. */
    @Test
    void balancedWeightsFindTheRareClass() {
        Random random = new Random(1);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            boolean rare = random.nextInt(50) == 0;
            rows.add("{\"a\":" + Of.number(random.nextGaussian() + (rare ? 1.5 : 0)) + ",\"y\":\"" + rare + "\"}");
        }
        double plain = balancedAccuracy(Map.of(), rows);
        double balanced = balancedAccuracy(Map.of("eddy.class.weights", "balanced"), rows);
        assertThat(balanced).isGreaterThan(plain + 0.1).isGreaterThan(0.65);
    }

    private static double balancedAccuracy(Map<String, String> configuration, List<String> rows) {
        return Learners.learned(configuration, 1, rows)
                .report()
                .figures()
                .metrics()
                .get("balancedAccuracy");
    }
}
