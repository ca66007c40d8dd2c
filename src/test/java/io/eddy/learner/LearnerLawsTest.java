package io.eddy.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.Samples;
import io.eddy.feature.Scaling;
import io.eddy.model.LossChoice;
import io.eddy.model.Task;
import io.eddy.network.Activation;
import io.eddy.network.Optimizer;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.RejectionCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every configuration of the learner, over several seeds. */
class LearnerLawsTest {
    /** Every constant of every choice appears by itself; some go together. */
    private static List<Map<String, String>> configurations() {
        List<Map<String, String>> all = new ArrayList<>(List.of(
                Map.of(),
                Map.of("eddy.features.max", "3"),
                Map.of("eddy.features.lags", "20", "eddy.features.lags.by", "key"),
                network("eddy.features.lags", "2"),
                network("eddy.features.lags", "1", "eddy.features.lags.by", "key", "eddy.features.max", "5"),
                network("eddy.features.types", "a:categorical,b:text,color:number,posted_at:number,price:time"),
                network("eddy.network.hidden", ""),
                network("eddy.network.hidden", "6,5", "eddy.network.activation", "tanh"),
                network("eddy.network.activation", "sigmoid", "eddy.loss", "squared", "eddy.network.hidden", "5"),
                network("eddy.network.kind", "recurrent", "eddy.network.hidden", "8,4"),
                network("eddy.batch.size", "7"),
                network("eddy.batch.size", "4", "eddy.network.kind", "recurrent", "eddy.optimizer", "adam"),
                network(
                        "eddy.network.kind",
                        "recurrent",
                        "eddy.network.hidden",
                        "9,5",
                        "eddy.optimizer",
                        "adam",
                        "eddy.batch.size",
                        "7",
                        "eddy.optimizer.clip.norm",
                        "1"),
                network("eddy.optimizer", "adagrad-norm", "eddy.batch.size", "4", "eddy.scaling", "none"),
                network("eddy.optimizer.l2", "0.01", "eddy.optimizer.clip.norm", "0.5"),
                network("eddy.learning.rate.schedule", "inverse-time", "eddy.learning.rate.period", "50"),
                network("eddy.learning.rate.schedule", "cosine-restart", "eddy.learning.rate.period", "40")));
        for (Optimizer optimizer : Optimizer.values()) {
            String name = optimizer.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.add(network("eddy.optimizer", name));
        }
        for (Activation activation : Activation.values()) {
            String name = activation.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.add(network("eddy.network.activation", name, "eddy.network.kind", "recurrent"));
        }
        for (LossChoice loss : LossChoice.values()) {
            all.add(network("eddy.loss", loss.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        for (Scaling scaling : Scaling.values()) {
            all.add(network("eddy.scaling", scaling.name().toLowerCase(Locale.ROOT), "eddy.learning.rate", "0.001"));
        }
        return all;
    }

    private static Map<String, String> network(String... keys) {
        Map<String, String> map = new HashMap<>(Map.of("eddy.model", "network"));
        for (int i = 0; i < keys.length; i += 2) {
            map.put(keys[i], keys[i + 1]);
        }
        return map;
    }

    static Stream<Arguments> learners() {
        List<Arguments> all = new ArrayList<>();
        for (Map<String, String> configuration : configurations()) {
            for (long seed = 1; seed <= 2; seed++) {
                Optional<Task> task =
                        Learners.learner(configuration, seed).settings().task();
                if (task.orElse(Task.CLASSIFICATION) == Task.CLASSIFICATION) {
                    all.add(Arguments.of(configuration, seed, Samples.classification(200, seed)));
                    all.add(Arguments.of(configuration, seed, Samples.mixed(200, seed)));
                }
                if (task.orElse(Task.REGRESSION) == Task.REGRESSION) {
                    all.add(Arguments.of(configuration, seed, Samples.regression(200, seed)));
                }
            }
        }
        return all.stream();
    }

    /** Most of the other configurations need a rate that fits the stream. */
    static Stream<Arguments> untunedLearners() {
        List<Map<String, String>> untuned = List.of(
                Map.of(),
                network("eddy.optimizer", "adagrad"),
                network("eddy.network.kind", "recurrent", "eddy.network.activation", "tanh"));
        List<Arguments> all = new ArrayList<>();
        for (Map<String, String> configuration : untuned) {
            for (long seed = 1; seed <= 5; seed++) {
                all.add(Arguments.of(configuration, seed, Samples.classification(200, seed)));
                all.add(Arguments.of(configuration, seed, Samples.regression(200, seed)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} seed {1}")
    @MethodSource("learners")
    void predictingChangesNothing(Map<String, String> configuration, long seed, List<String> rows) {
        OnlineLearner quiet = Learners.learned(configuration, seed, rows);
        OnlineLearner asked = Learners.learner(configuration, seed);
        for (String row : rows) {
            Learners.predict(asked, Samples.decode("{\"a\":1e30,\"new" + row.hashCode() + "\":\"x\"}"));
            Learners.learn(asked, row);
            Learners.predict(asked, Samples.decode("{\"b\":-5}"));
        }
        assertThat(Learners.digest(asked)).isEqualTo(Learners.digest(quiet));
    }

    @ParameterizedTest(name = "{0} seed {1}")
    @MethodSource("learners")
    void theOrderOfASamplesFieldsDoesNotMatter(Map<String, String> configuration, long seed, List<String> rows) {
        Random random = new Random(seed);
        List<String> shuffled = rows.stream()
                .map(row -> {
                    List<String> fields = new ArrayList<>(
                            List.of(row.substring(1, row.length() - 1).split(",")));
                    Collections.shuffle(fields, random);
                    return "{" + String.join(",", fields) + "}";
                })
                .toList();
        assertThat(Learners.digest(Learners.learned(configuration, seed, shuffled)))
                .isEqualTo(Learners.digest(Learners.learned(configuration, seed, rows)));
    }

    @ParameterizedTest(name = "{0} seed {1}")
    @MethodSource("learners")
    void storedAndLoadedItGoesOnWithTheSameBits(Map<String, String> configuration, long seed, List<String> rows) {
        OnlineLearner whole = Learners.learned(configuration, seed, rows);
        OnlineLearner part = Learners.learner(configuration, seed);
        for (int i = 0; i < rows.size(); i++) {
            Learners.learn(part, rows.get(i));
            if (i % 37 == 0) {
                part = LearnerSnapshot.decode(LearnerSnapshot.encode(part), part.settings());
            }
        }
        assertThat(LearnerSnapshot.encode(part)).isEqualTo(LearnerSnapshot.encode(whole));
        assertThat(part.report()).isEqualTo(whole.report());
    }

    @ParameterizedTest(name = "{0} seed {1}")
    @MethodSource("learners")
    void answersAreFiniteAndEverySampleCounts(Map<String, String> configuration, long seed, List<String> rows) {
        OnlineLearner learner = Learners.learner(configuration, seed);
        for (String row : rows) {
            String answer = Learners.learn(learner, row);
            assertThat(answer).doesNotContain("NaN").doesNotContain("Infinity");
        }
        assertThat(learner.learned()).isEqualTo(rows.size());
        assertThat(learner.report().isBalanced()).isTrue();
    }

    @ParameterizedTest(name = "{0} seed {1}")
    @MethodSource("untunedLearners")
    void untunedItHalvesTheLossOfTheBestBaseline(Map<String, String> configuration, long seed, List<String> rows) {
        OnlineLearner learner = Learners.learned(configuration, seed, rows);
        assertThat(learner.report().figures().metrics().get("skill")).isGreaterThan(0.5);
    }

    @ParameterizedTest(name = "{0} seed {1}")
    @MethodSource("learners")
    void emergingAndVanishingFeaturesAreSurvived(Map<String, String> configuration, long seed, List<String> rows) {
        OnlineLearner learner = Learners.learned(configuration, seed, rows);
        String label = rows.get(0).substring(rows.get(0).indexOf("\"y\""));
        Learners.learn(learner, "{\"quite\":1,\"other\":\"fields\"," + label);
        Learners.learn(learner, rows.get(1));
        Learners.learn(learner, "{\"a\":\"text where numbers were\"," + label);
        assertThat(learner.learned()).isEqualTo(rows.size() + 3);
    }

    @ParameterizedTest(name = "{0} seed {1}")
    @MethodSource("learners")
    void whateverComesNothingBecomesInfinite(Map<String, String> configuration, long seed, List<String> rows) {
        Map<String, String> wild = new HashMap<>(configuration);
        wild.put("eddy.learning.rate", "10");
        OnlineLearner learner = Learners.learned(wild, seed, rows);
        String label = rows.get(0).substring(rows.get(0).indexOf("\"y\""));
        for (String extreme : List.of("1e30", "-1e300", "1e-300", "0", "1e9")) {
            Learners.learn(learner, "{\"a\":" + extreme + ",\"b\":" + extreme + "," + label);
            rows.forEach(row -> Learners.learn(learner, row));
        }
        assertThat(learner.learned()).isEqualTo(6L * rows.size() + 5);
    }

    @Test
    void labelsOfTheWrongKindAreRefusedAndChangeNothing() {
        OnlineLearner classes = Learners.learned(Map.of(), 1, Samples.classification(50, 1));
        String before = Learners.digest(classes);
        assertRejected(classes, "{\"a\":1,\"y\":3}", RejectionCode.BAD_LABEL);
        OnlineLearner numbers = Learners.learned(Map.of(), 1, Samples.regression(50, 1));
        assertRejected(numbers, "{\"a\":1,\"y\":\"high\"}", RejectionCode.BAD_LABEL);
        assertRejected(numbers, "{\"a\":1,\"y\":true}", RejectionCode.BAD_LABEL);
        assertThat(Learners.digest(classes)).isEqualTo(before);
    }

    @Test
    void aLabelWhoseSquareIsBeyondMeasureIsRefused() {
        OnlineLearner numbers = Learners.learned(Map.of(), 1, Samples.regression(50, 1));
        assertRejected(numbers, "{\"a\":1,\"y\":1e200}", RejectionCode.NON_FINITE);
        Learners.learn(numbers, "{\"a\":1,\"y\":1e30}");
        Learners.learn(numbers, "{\"a\":1,\"y\":-1e30}");
        assertThat(numbers.report().figures().metrics()).containsKeys("mae", "rmse", "r2");
        assertThat(numbers.report().figures().recent()).containsKeys("mae", "rmse");
    }

    @Test
    void theTaskCanBeSetAfterOnlyUnlabelledSamples() {
        OnlineLearner undecided = Learners.learner(Map.of(), 1);
        Learners.predict(undecided, Samples.decode("{\"a\":1}"));
        undecided.skipLearning();
        OnlineLearner decided = LearnerSnapshot.decode(
                LearnerSnapshot.encode(undecided),
                Learners.learner(Map.of("eddy.task", "classification"), 1).settings());
        Learners.learn(decided, "{\"a\":1,\"y\":\"one\"}");
        assertThat(decided.report().consumed()).isEqualTo(2);
    }

    @Test
    void withTheTaskGivenNumbersAreNamesOfClasses() {
        OnlineLearner learner = Learners.learner(Map.of("eddy.task", "classification"), 1);
        Learners.learn(learner, "{\"a\":1,\"y\":0}");
        Learners.learn(learner, "{\"a\":2,\"y\":1.0}");
        Learners.learn(learner, "{\"a\":2,\"y\":\"1\"}");
        assertThat(learner.report().classes()).isEqualTo(2);
    }

    @Test
    void oneClassTooManyIsRefused() {
        OnlineLearner learner = Learners.learner(Map.of("eddy.classes.max", "2"), 1);
        Learners.learn(learner, "{\"a\":1,\"y\":\"one\"}");
        Learners.learn(learner, "{\"a\":2,\"y\":\"two\"}");
        assertRejected(learner, "{\"a\":3,\"y\":\"three\"}", RejectionCode.TOO_MANY_CLASSES);
    }

    @Test
    void learnedIsTheVersionOfTheAnswer() {
        OnlineLearner learner = Learners.learner(Map.of(), 1);
        assertThat(Learners.learn(learner, "{\"a\":1,\"y\":\"one\"}"))
                .isEqualTo("{\"prediction\":null,\"label\":\"one\",\"learned\":0}");
        assertThat(Learners.predict(learner, Samples.decode("{\"a\":1}")))
                .isEqualTo("{\"prediction\":\"one\",\"probabilities\":{\"one\":1.0},\"learned\":1}");
    }

    private static void assertRejected(OnlineLearner learner, String row, RejectionCode code) {
        assertThatThrownBy(() -> learner.predict(Samples.decode(row)))
                .isInstanceOfSatisfying(
                        RejectedSampleException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
