package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.it.Outcome.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checker of the chaos runs is itself checked: each planted fault is found, and named for what it is. */
class DifferenceTest {
    private final List<Answer> answers = new ArrayList<>();
    private final List<Answer> deadLetters = new ArrayList<>(List.of(new Answer(0, 100, "MALFORMED_JSON")));
    private final byte[] model = new byte[1000];

    DifferenceTest() {
        for (int partition = 0; partition < 2; partition++) {
            for (long offset = 0; offset < 50; offset++) {
                answers.add(new Answer(partition, offset, "p" + partition + "o" + offset));
            }
        }
    }

    private Difference difference(List<Answer> actual, List<Answer> actualLetters, byte[] actualModel) {
        return Difference.between(
                new Outcome(answers, deadLetters, Map.of(0, model)),
                new Outcome(actual, actualLetters, Map.of(0, actualModel)));
    }

    @Test
    void theSameIsNoDifference() {
        assertThat(difference(answers, deadLetters, model)).isEqualTo(Difference.NONE);
    }

    @Test
    void aRowDropped() {
        List<Answer> actual = new ArrayList<>(answers);
        actual.remove(30);
        assertThat(difference(actual, deadLetters, model)).isEqualTo(new Difference(1, 0, 0, 0, 0));
    }

    @Test
    void aRowDoubled() {
        List<Answer> actual = new ArrayList<>(answers);
        actual.add(31, actual.get(30));
        assertThat(difference(actual, deadLetters, model)).isEqualTo(new Difference(0, 1, 0, 0, 0));
    }

    @Test
    void twoRowsExchanged() {
        List<Answer> actual = new ArrayList<>(answers);
        actual.add(30, actual.remove(31));
        assertThat(difference(actual, deadLetters, model)).isEqualTo(new Difference(0, 0, 1, 0, 0));
    }

    @Test
    void anAnswerWithAnotherContent() {
        List<Answer> actual = new ArrayList<>(answers);
        actual.set(7, new Answer(0, 7, "p0o7."));
        assertThat(difference(actual, deadLetters, model)).isEqualTo(new Difference(0, 0, 0, 1, 0));
    }

    @Test
    void oneBitOfOneWeightFlipped() {
        byte[] actual = model.clone();
        actual[500] ^= 0x20;
        assertThat(difference(answers, deadLetters, actual)).isEqualTo(new Difference(0, 0, 0, 0, 1));
    }

    @Test
    void aDeadLetterSkipped() {
        assertThat(difference(answers, List.of(), model)).isEqualTo(new Difference(1, 0, 0, 0, 0));
    }

    @Test
    void aModelMissing() {
        assertThat(Difference.between(
                                new Outcome(answers, deadLetters, Map.of(0, model)),
                                new Outcome(answers, deadLetters, Map.of()))
                        .bits())
                .isEqualTo(8000);
    }

    @Test
    void aModelThatOnlyTheDisturbedRunHas() {
        byte[] more = {0x0f};
        assertThat(Difference.between(
                                new Outcome(answers, deadLetters, Map.of(0, model)),
                                new Outcome(answers, deadLetters, Map.of(0, model, 1, more)))
                        .bits())
                .isEqualTo(8);
    }
}
