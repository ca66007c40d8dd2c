package io.eddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.feature.FeatureSettings;
import io.eddy.feature.FieldType;
import io.eddy.feature.View;
import io.eddy.learner.LearnerSettings;
import io.eddy.model.NetworkSettings;
import io.eddy.model.PoolSettings;
import io.eddy.network.RateSchedule;
import io.eddy.network.UpdateRule;
import io.eddy.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the keys of the model, its network and its inputs say. */
class ModelKeysTest {
    @Test
    void aNetworksKeysHaveNoEffectWithAutoAndThatIsSaid() {
        LearnerConfig auto = LearnerConfig.of(Map.of("eddy.label", "y", "eddy.network.hidden", "5"));
        assertThat(auto.warnings()).singleElement().asString().contains("eddy.network.hidden");
        assertThat(auto.learnerSettings().model()).isEqualTo(new PoolSettings(false));
        LearnerConfig network =
                LearnerConfig.of(Map.of("eddy.label", "y", "eddy.network.hidden", "", "eddy.model", "network"));
        assertThat(network.warnings()).isEmpty();
        assertThat(((NetworkSettings) network.learnerSettings().model()).hidden())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eddy.network.kind=recurrent, eddy.network.hidden=",
        "eddy.network.relaxation.tolerance=0.001, eddy.network.kind=feedforward",
        "eddy.optimizer.momentum=0.5, eddy.optimizer=sgd",
        "eddy.optimizer.decay=0.5, eddy.optimizer=adagrad",
        "eddy.learning.rate.period=5, eddy.learning.rate.schedule=constant",
        "eddy.learning.rate.multiplier=3, eddy.learning.rate.schedule=inverse-time"
    })
    void valuesThatDoNotFitAreRefusedAndBothNamed(String one, String other) {
        Map<String, String> keys = new HashMap<>(Map.of("eddy.label", "y", "eddy.model", "network"));
        for (String key : List.of(one, other)) {
            keys.put(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
        }
        assertThatThrownBy(() -> LearnerConfig.of(keys))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(one)
                .hasMessageContaining(other);
    }

    private static UpdateRule rule(Map<String, String> keys) {
        return ((NetworkSettings) LearnerConfig.of(keys).learnerSettings().model()).rule();
    }

    @Test
    void eachOptimizerHasARateOfItsOwnUntilOneIsGiven() {
        Map<String, String> adam = Map.of("eddy.label", "y", "eddy.model", "network", "eddy.optimizer", "adam");
        assertThat(rule(adam).schedule()).isEqualTo(new RateSchedule.Constant(0.001f));
        Map<String, String> faster = new HashMap<>(adam);
        faster.put("eddy.learning.rate", "0.05");
        assertThat(rule(faster).schedule()).isEqualTo(new RateSchedule.Constant(0.05f));
    }

    @Test
    void typesAndLagsAreWhatAModelIsMadeWith() {
        FeatureSettings given = LearnerConfig.of(Map.of(
                        "eddy.label",
                        "y",
                        "eddy.features.types",
                        "a:b:time, zip:categorical",
                        "eddy.features.lags.by",
                        "key"))
                .learnerSettings()
                .features();
        assertThat(given.types()).isEqualTo(Map.of("a:b", FieldType.TIME, "zip", FieldType.CATEGORICAL));
        assertThat(given.lags()).isEqualTo(3);
        assertThat(given.lagsByKey()).isTrue();
        assertThat(given.identity())
                .containsEntry("eddy.features.types", "{a:b=TIME, zip=CATEGORICAL}")
                .containsEntry("eddy.features.lags", "3")
                .containsEntry("eddy.features.lags.by", "key");
    }

    @Test
    void aNetworkThatIsDescribedRemembersLabelsOnlyWhereThatIsSaid() {
        LearnerSettings silent = LearnerConfig.of(Map.of("eddy.label", "y", "eddy.model", "network"))
                .learnerSettings();
        assertThat(((NetworkSettings) silent.model()).view()).isEqualTo(View.FEATURES);
        assertThat(silent.features().lags()).isZero();
        LearnerSettings said = LearnerConfig.of(
                        Map.of("eddy.label", "y", "eddy.model", "network", "eddy.features.lags", "2"))
                .learnerSettings();
        assertThat(((NetworkSettings) said.model()).view()).isEqualTo(View.MEMORY);
        assertThat(said.features().lags()).isEqualTo(2);
    }
}
