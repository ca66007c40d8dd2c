package io.eddy.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.LearnerConfig;
import io.eddy.learner.LearnerSnapshot;
import io.eddy.learner.OnlineLearner;
import io.eddy.metrics.PartitionJournal.Stored;
import io.eddy.wire.Prediction;
import io.eddy.wire.RejectedSampleException;
import io.eddy.wire.RejectionCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionJournalTest {
    private final PartitionJournal journal = new PartitionJournal(3);
    private final byte[] snapshot = LearnerSnapshot.encode(
            new OnlineLearner(LearnerConfig.of(Map.of("eddy.label", "y")).learnerSettings()));

    @Test
    void theDigestIsThatOfTheStoredBytes() {
        journal.opened(0, null);
        assertThat(journal.restored()).isNull();
        assertThat(journal.stored()).isNull();

        journal.committed(0, snapshot);
        assertThat(journal.stored()).isEqualTo(new Stored(0, LearnerSnapshot.digest(snapshot)));
        assertThat(journal.restored()).isNull();
    }

    @Test
    void whatItBeganWithStays() {
        journal.opened(7, snapshot);
        journal.committed(9, snapshot);
        assertThat(journal.restored().learned()).isEqualTo(7);
        assertThat(journal.stored().learned()).isEqualTo(9);
    }

    @Test
    void ofManyAnswersAFewAreKeptTheLatestFirst() {
        Prediction answer = new Prediction();
        answer.begin(true, 5);
        answer.answer(List.of("a", "b".repeat(100)), new float[] {0.25f, 0.75f});
        answer.reveal("a", 0);
        int answered = 0;
        for (long now = 0; now < 10_000; now++) {
            if (journal.isAnswerDue(now)) {
                journal.answered(now, now - 1_500, now, answer);
                answered++;
            }
        }
        assertThat(answered).isEqualTo(50);
        assertThat(journal.secondsBehind()).isEqualTo(1.5);
        assertThat(journal.predictions()).hasSize(20).first().satisfies(latest -> {
            assertThat(latest.offset()).isEqualTo(9_800);
            assertThat(latest.prediction()).hasSize(81).startsWith("bbb").endsWith("…");
            assertThat(latest.probability()).isEqualTo(0.75);
            assertThat(latest.label()).isEqualTo("a");
            assertThat(latest.loss()).isEqualTo(answer.loss());
        });
    }

    @Test
    void anAnswerThatIsNoneHasNoLoss() {
        Prediction answer = new Prediction();
        answer.begin(false, 0);
        answer.reveal(2.5);
        journal.answered(0, 0, 0, answer);
        assertThat(journal.predictions()).containsExactly(new RecentPrediction(3, 0, 0, 0, null, null, "2.5", null));
    }

    @Test
    void aFloodOfDeadLettersIsThinnedAndAClockSetBackDoesNotStopIt() {
        RejectedSampleException reason = new RejectedSampleException(RejectionCode.BAD_LABEL, "no");
        for (long now = 1_000_000; now < 1_000_150; now++) {
            journal.rejected(now, now, now, reason);
        }
        journal.rejected(1, 1, 500, reason);
        assertThat(journal.deadLetters())
                .containsExactly(
                        new RecentDeadLetter(3, 1, 1, "BAD_LABEL", "no"),
                        new RecentDeadLetter(3, 1_000_000, 1_000_000, "BAD_LABEL", "no"));
    }
}
