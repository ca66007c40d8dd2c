package io.eddy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionEncoderTest {
    private final PredictionEncoder encoder = new PredictionEncoder();
    private final Prediction prediction = new Prediction();

    @Test
    void aClassification() {
        prediction.begin(true, 1234);
        prediction.answer(List.of("Kama", "Rosa", "Ca\"na"), new float[] {0.97f, 0.02f, 0.01f});
        assertThat(json())
                .isEqualTo("{\"prediction\":\"Kama\",\"probabilities\":{\"Kama\":0.97,\"Rosa\":0.02,\"Ca\\\"na\":0.01},"
                        + "\"learned\":1234}");
        prediction.reveal("Rosa", 1);
        assertThat(json())
                .startsWith("{\"prediction\":\"Kama\",")
                .endsWith("\"label\":\"Rosa\",\"loss\":3.91202303,\"learned\":1234}");
    }

    @Test
    void aRegression() {
        prediction.begin(false, 7);
        prediction.answer(14.2);
        assertThat(json()).isEqualTo("{\"prediction\":14.2,\"learned\":7}");
        prediction.reveal(15.0);
        assertThat(json()).isEqualTo("{\"prediction\":14.2,\"label\":15.0,\"loss\":0.6400000000000011,\"learned\":7}");
    }

    @Test
    void nothingLearnedYetIsNullWithoutLoss() {
        prediction.begin(true, 0);
        prediction.reveal("Kama", -1);
        assertThat(json()).isEqualTo("{\"prediction\":null,\"label\":\"Kama\",\"learned\":0}");
    }

    @Test
    void aClassNeverSeenHasAFiniteLoss() {
        prediction.begin(true, 1);
        prediction.answer(List.of("Kama"), new float[] {1});
        prediction.reveal("Rosa", -1);
        assertThat(prediction.loss()).isEqualTo(-StrictMath.log(Prediction.LEAST_PROBABILITY));
    }

    @Test
    void aProbabilityThatIsNoneHasALossThatIsNone() {
        prediction.begin(true, 1);
        prediction.answer(List.of("a", "b"), new float[] {Float.NaN, Float.NaN});
        prediction.reveal("b", 1);
        assertThat(json()).contains("\"loss\":\"NaN\"");
    }

    @Test
    void ofEqualProbabilitiesTheFirstClassIsPredicted() {
        prediction.begin(true, 1);
        prediction.answer(List.of("a", "b"), new float[] {0.5f, 0.5f});
        assertThat(prediction.predictedClass()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyPredictionIsWrittenAsJacksonWritesIt(long seed) {
        JacksonPredictionEncoder jackson = new JacksonPredictionEncoder(JsonBytesTest::rounded);
        RandomPredictions random = new RandomPredictions(seed);
        for (int i = 0; i < 30_000; i++) {
            random.next(prediction);
            assertThat(json()).isEqualTo(new String(jackson.encode(prediction), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aLongNameIsEscapedWhole() {
        prediction.begin(true, 0);
        prediction.reveal("\u0001".repeat(256), -1);
        assertThat(json()).isEqualTo("{\"prediction\":null,\"label\":\"" + "\\u0001".repeat(256) + "\",\"learned\":0}");
    }

    @Test
    void onlyTheBytesAreNew() {
        prediction.begin(true, 1234);
        prediction.answer(List.of("Kama", "Rosa", "Größe"), new float[] {0.97f, 0.02f, 1e-7f});
        prediction.reveal("Rosa", 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long more = 0;
        for (int round = 0; round < 3; round++) { // the first ones load the classes
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                encoder.encode(prediction);
            }
            long each = (threads.getCurrentThreadAllocatedBytes() - before) / 100;
            more = each - encoder.encode(prediction).length;
        }
        assertThat(more).as("an array's header and padding").isBetween(0L, 32L);
    }

    private String json() {
        return new String(encoder.encode(prediction), StandardCharsets.UTF_8);
    }
}
