package io.eddy.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.wire.Sample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The labels before a sample are inputs, of the partition or of its key. */
class LabelMemoryTest {
    private static Encoding encoding(int lags, boolean byKey) {
        return new Encoding(new FeatureSettings(Scaling.STANDARD, 100_000, Map.of(), lags, byKey, false));
    }

    @Test
    void theNewestClassesAreInputsBesideTheFeatures() {
        Encoding encoding = encoding(2, false);
        for (String label : List.of("up", "up", "down", "down", "up", "down", "down")) {
            encoding.learn("{\"c\":\"x\",\"y\":\"" + label + "\"}");
        }
        Set<Integer> afterDownDown = memory(encoding, null);
        encoding.learn("{\"c\":\"x\",\"y\":\"up\"}");
        Set<Integer> afterUpDown = memory(encoding, null);
        assertThat(afterDownDown).hasSize(2);
        assertThat(afterUpDown).hasSize(2).isNotEqualTo(afterDownDown);
        assertThat(encoding.encoder().features())
                .as("what is remembered is no feature")
                .isEqualTo(1);
        assertThat(encoding.inputs().of(View.FEATURES).size()).isEqualTo(1);
        encoding.learn("{\"c\":\"x\",\"y\":\"down\"}", "{\"c\":\"x\",\"y\":\"down\"}");
        assertThat(memory(encoding, null)).isEqualTo(afterDownDown);
    }

    @Test
    void aNumberIsScaledAndHasOneInputForEachLag() {
        Encoding encoding = encoding(3, false);
        for (int i = 0; i < 100; i++) {
            encoding.learn("{\"c\":\"x\",\"y\":" + i % 7 + "}");
        }
        assertThat(encoding.encoder().inputs()).isEqualTo(1 + 3);
        encoding.encode("{\"c\":\"x\"}");
        assertThat(encoding.inputs().of(View.MEMORY).size()).isEqualTo(1 + 3);
        assertThat(encoding.inputs().of(View.MEMORY).value(1))
                .as("the last was 1, the mean is 3")
                .isNegative();
    }

    @Test
    void aFieldOfTheSameNameIsAnother() {
        Encoding encoding = encoding(1, false);
        encoding.learn("{\"1\":5,\"y\":1}", "{\"1\":7,\"y\":2}", "{\"1\":\"5\",\"y\":3}");
        assertThat(encoding.encoder().inputs()).isEqualTo(3);
        assertThat(encoding.encoder().features()).isEqualTo(2);
    }

    @Test
    void eachKeyHasItsOwn() {
        Encoding encoding = encoding(1, true);
        for (int i = 0; i < 5; i++) {
            encoding.learnOf("a", "{\"c\":\"x\",\"y\":\"up\"}");
            encoding.learnOf("b", "{\"c\":\"x\",\"y\":\"down\"}");
        }
        assertThat(memory(encoding, "a")).hasSize(1).isNotEqualTo(memory(encoding, "b"));
        assertThat(memory(encoding, "never seen")).isEmpty();
        assertThat(memory(encoding, null)).isEmpty();
        Encoding stored = encoding.stored();
        assertThat(memory(stored, "a")).isEqualTo(memory(encoding, "a"));
        assertThat(stored.bytes()).isEqualTo(encoding.bytes());
    }

    @Test
    void keysAreBoundedAndTheOldestIsForgotten() {
        Encoding encoding = encoding(1, true);
        for (int i = 0; i < LabelMemory.MOST_KEYS; i++) {
            encoding.learnOf("k" + i, "{\"c\":\"x\",\"y\":\"up\"}");
        }
        encoding.learnOf("k0", "{\"c\":\"x\",\"y\":\"up\"}");
        memory(encoding, "k1"); // to be asked is not to be learned from
        Encoding stored = encoding.stored();
        for (Encoding each : new Encoding[] {encoding, stored}) {
            each.learnOf("one more", "{\"c\":\"x\",\"y\":\"up\"}");
            assertThat(memory(each, "k0")).hasSize(1);
            assertThat(memory(each, "k1")).isEmpty();
            assertThat(memory(each, "k2")).hasSize(1);
        }
        assertThat(stored.bytes()).isEqualTo(encoding.bytes());
    }

    /** The inputs that a sample of the key has beside its features. */
    private static Set<Integer> memory(Encoding encoding, String key) {
        Sample sample = Encoding.sample(key, "{\"c\":\"x\"}");
        encoding.encoder().encode(sample, encoding.inputs());
        Set<Integer> inputs = new TreeSet<>();
        for (int k = 0; k < encoding.inputs().of(View.MEMORY).size(); k++) {
            inputs.add(encoding.inputs().of(View.MEMORY).index(k));
        }
        for (int k = 0; k < encoding.inputs().of(View.FEATURES).size(); k++) {
            inputs.remove(encoding.inputs().of(View.FEATURES).index(k));
        }
        return inputs;
    }
}
