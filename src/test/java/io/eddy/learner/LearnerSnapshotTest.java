package io.eddy.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.LearnerConfig;
import io.eddy.Samples;
import io.eddy.problem.Problem;
import io.eddy.wire.RejectionCode;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnerSnapshotTest {
    private final OnlineLearner learner = Learners.learned(
            Map.of("eddy.model", "network", "eddy.network.hidden", "3"), 1, Samples.classification(40, 1));
    private final byte[] snapshot = LearnerSnapshot.encode(learner);

    @Test
    void anySingleFlippedByteIsDetected() {
        for (int at = 0; at < snapshot.length; at++) {
            byte[] damaged = snapshot.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> LearnerSnapshot.decode(damaged, learner.settings()))
                    .as("byte %d", at)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void aCutOneIsDetected() {
        byte[] cut = java.util.Arrays.copyOf(snapshot, snapshot.length - 1);
        assertThatThrownBy(() -> LearnerSnapshot.decode(cut, learner.settings()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anUnknownVersionIsRefusedWithWhatToDo() {
        byte[] future = snapshot.clone();
        ByteBuffer.wrap(future).putShort(4, (short) (LearnerSnapshot.VERSION + 1));
        assertThatThrownBy(() -> LearnerSnapshot.decode(future, learner.settings()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.report())
                                .contains("version " + (LearnerSnapshot.VERSION + 1))
                                .contains("application.id"));
    }

    @Test
    void whatTheModelCanNotFollowIsRefusedAndNamed() {
        LearnerSettings wider = settings(Map.of("eddy.model", "network", "eddy.network.hidden", "4"));
        assertThatThrownBy(() -> LearnerSnapshot.decode(snapshot, wider))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.report())
                                .contains("eddy.network.hidden is [4]")
                                .contains("[3]"));
        LearnerSettings adam =
                settings(Map.of("eddy.model", "network", "eddy.network.hidden", "3", "eddy.optimizer", "adam"));
        assertThatThrownBy(() -> LearnerSnapshot.decode(snapshot, adam))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("does not fit");
        LearnerSettings regression =
                settings(Map.of("eddy.model", "network", "eddy.network.hidden", "3", "eddy.task", "regression"));
        assertThatThrownBy(() -> LearnerSnapshot.decode(snapshot, regression))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("does not fit");
    }

    @Test
    void aLearningRateIsFollowed() {
        LearnerSettings slower =
                settings(Map.of("eddy.model", "network", "eddy.network.hidden", "3", "eddy.learning.rate", "0.001"));
        assertThat(LearnerSnapshot.decode(snapshot, slower).learned()).isEqualTo(40);
        LearnerSettings batches =
                settings(Map.of("eddy.model", "network", "eddy.network.hidden", "3", "eddy.batch.size", "5"));
        assertThat(LearnerSnapshot.decode(snapshot, batches).learned()).isEqualTo(40);
    }

    @Test
    void rowsThatWaitAreLearnedFromThoughBatchesAreGivenUp() {
        Map<String, String> keys = Map.of("eddy.model", "network", "eddy.network.hidden", "3", "eddy.batch.size", "9");
        OnlineLearner waiting = Learners.learned(keys, 1, Samples.classification(40, 1));
        assertThat(waiting.report().training().waiting()).isEqualTo(4);
        OnlineLearner single = LearnerSnapshot.decode(LearnerSnapshot.encode(waiting), learner.settings());
        Learners.learn(single, Samples.classification(41, 1).get(40));
        assertThat(single.report().training().waiting()).isZero();
    }

    @Test
    void theDigestIsOfTheModelNotOfTheCounts() {
        String before = LearnerSnapshot.digest(snapshot);
        learner.counts().countDeadLetter(RejectionCode.MALFORMED_JSON);
        learner.counts().countTombstone();
        learner.skipLearning();
        byte[] counted = LearnerSnapshot.encode(learner);
        assertThat(counted).isNotEqualTo(snapshot);
        assertThat(LearnerSnapshot.digest(counted)).isEqualTo(before).hasSize(64);
        Learners.learn(learner, Samples.classification(1, 9).get(0));
        assertThat(Learners.digest(learner)).isNotEqualTo(before);
    }

    private static LearnerSettings settings(Map<String, String> keys) {
        Map<String, String> all = new java.util.HashMap<>(keys);
        all.put("eddy.label", "y");
        return LearnerConfig.of(all).learnerSettings();
    }
}
