package io.eddy.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A number that has few values gets an input for each, in the views that show levels. */
class LevelsTest {
    private final Encoding encoding =
            new Encoding(new FeatureSettings(Scaling.STANDARD, 100_000, Map.of(), 0, false, true));

    @Test
    void fewValuesAreLevels() {
        for (int hour = 0; hour < 48; hour++) {
            encoding.learn("{\"hour\":" + hour % 24 + ",\"y\":\"a\"}");
        }
        assertThat(levels("{\"hour\":7}")).isEqualTo(1);
        assertThat(levels("{\"hour\":7.0}")).isEqualTo(1);
        assertThat(encoding.inputs().of(View.FEATURES).size()).isEqualTo(1);
        assertThat(levels("{\"hour\":25}")).as("never seen").isZero();
    }

    @Test
    void oneValueBetweenThemMakesItContinuousForEver() {
        encoding.learn("{\"a\":1,\"y\":\"a\"}", "{\"a\":2,\"y\":\"a\"}");
        assertThat(levels("{\"a\":1}")).isEqualTo(1);
        encoding.learn("{\"a\":1.2,\"y\":\"a\"}");
        assertThat(levels("{\"a\":1}")).isZero();
    }

    @Test
    void soDoTooManyValues() {
        for (int value = 0; value < 33; value++) {
            encoding.learn("{\"a\":" + value + ",\"y\":\"a\"}");
        }
        assertThat(levels("{\"a\":1}")).isZero();
    }

    @Test
    void storedAndLoadedTheyAreTheSame() throws Exception {
        encoding.learn("{\"a\":1,\"b\":0.1,\"y\":\"a\"}", "{\"a\":2,\"b\":1,\"y\":\"a\"}");
        byte[] before = encoding.bytes();
        FeatureEncoder copy =
                new FeatureEncoder(new FeatureSettings(Scaling.STANDARD, 100_000, Map.of(), 0, false, true));
        copy.read(new java.io.DataInputStream(new java.io.ByteArrayInputStream(before)), Encoding.LATEST);
        java.io.ByteArrayOutputStream after = new java.io.ByteArrayOutputStream();
        copy.write(new java.io.DataOutputStream(after));
        assertThat(after.toByteArray()).isEqualTo(before);
    }

    private int levels(String json) {
        encoding.encode(json);
        return encoding.inputs().of(View.LEVELS).size()
                - encoding.inputs().of(View.FEATURES).size();
    }
}
