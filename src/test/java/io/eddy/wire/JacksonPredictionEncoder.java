package io.eddy.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleUnaryOperator;

/** A {@link Prediction} to JSON bytes by Jackson's generator: what the encoder has to agree with. */
final class JacksonPredictionEncoder {
    // Jackson's own writer prints the same digits on every JDK, the JDK's does not
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final ByteArrayBuilder buffer = new ByteArrayBuilder(512);

    private final DoubleUnaryOperator rounding; // of the loss of a classification

    JacksonPredictionEncoder(DoubleUnaryOperator rounding) {
        this.rounding = rounding;
    }

    byte[] encode(Prediction prediction) {
        buffer.reset();
        try (JsonGenerator json = JSON.createGenerator(buffer)) {
            json.writeStartObject();
            if (prediction.isClassification()) {
                classification(prediction, json);
            } else {
                regression(prediction, json);
            }
            if (prediction.isAnswered() && prediction.isLabelled()) {
                json.writeNumberField(
                        "loss",
                        prediction.isClassification() ? rounding.applyAsDouble(prediction.loss()) : prediction.loss());
            }
            json.writeNumberField("learned", prediction.learned());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can't fail", e);
        }
        return buffer.toByteArray();
    }

    private static void classification(Prediction prediction, JsonGenerator json) throws IOException {
        if (prediction.isAnswered()) {
            json.writeStringField("prediction", prediction.classes().get(prediction.predictedClass()));
            json.writeObjectFieldStart("probabilities");
            for (int c = 0; c < prediction.classes().size(); c++) {
                json.writeNumberField(prediction.classes().get(c), prediction.probability(c));
            }
            json.writeEndObject();
        } else {
            json.writeNullField("prediction");
        }
        if (prediction.isLabelled()) {
            json.writeStringField("label", prediction.labelClass());
        }
    }

    private static void regression(Prediction prediction, JsonGenerator json) throws IOException {
        if (prediction.isAnswered()) {
            json.writeNumberField("prediction", prediction.predictedValue());
        } else {
            json.writeNullField("prediction");
        }
        if (prediction.isLabelled()) {
            json.writeNumberField("label", prediction.labelValue());
        }
    }
}
