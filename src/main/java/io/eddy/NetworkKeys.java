package io.eddy;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import io.eddy.feature.Scaling;
import io.eddy.model.LossChoice;
import io.eddy.network.Activation;
import io.eddy.network.Optimizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** The keys that describe one network and its training; they have an effect with {@code eddy.model=network}. */
final class NetworkKeys {
    static final String KIND = "eddy.network.kind";
    static final String TOLERANCE = "eddy.network.relaxation.tolerance";
    static final String ITERATIONS = "eddy.network.relaxation.iterations";
    static final String HIDDEN = "eddy.network.hidden";
    static final String ACTIVATION = "eddy.network.activation";
    static final String LOSS = "eddy.loss";
    static final String OPTIMIZER = "eddy.optimizer";
    static final String MOMENTUM = "eddy.optimizer.momentum";
    static final String DECAY = "eddy.optimizer.decay";
    static final String EPSILON = "eddy.optimizer.epsilon";
    static final String L2 = "eddy.optimizer.l2";
    static final String CLIP = "eddy.optimizer.clip.norm";
    static final String RATE = "eddy.learning.rate";
    static final String SCHEDULE = "eddy.learning.rate.schedule";
    static final String PERIOD = "eddy.learning.rate.period";
    static final String MULTIPLIER = "eddy.learning.rate.multiplier";
    static final String BATCH = "eddy.batch.size";
    static final String SCALING = "eddy.scaling";

    static final List<String> ALL = List.of(
            KIND,
            TOLERANCE,
            ITERATIONS,
            HIDDEN,
            ACTIVATION,
            LOSS,
            OPTIMIZER,
            MOMENTUM,
            DECAY,
            EPSILON,
            L2,
            CLIP,
            RATE,
            SCHEDULE,
            PERIOD,
            MULTIPLIER,
            BATCH,
            SCALING);

    private NetworkKeys() {}

    static void define() {
        ConfigKeys.choice(
                KIND,
                "feedforward",
                MEDIUM,
                "How units are connected: layer by layer, trained by static backpropagation; or within each hidden layer,"
                        + " too, which relaxes to a fixed point, trained by recurrent backpropagation.",
                "feedforward",
                "recurrent");
        number(TOLERANCE, 1e-5, new Within(1e-6, 0.1), "A recurrent layer is settled when no unit changes by more.");
        ConfigKeys.define(
                ITERATIONS,
                ConfigDef.Type.INT,
                200,
                Range.between(1, 100_000),
                LOW,
                "A sample on which a recurrent layer has not settled after so many is not learned from.");
        ConfigKeys.define(
                HIDDEN,
                ConfigDef.Type.LIST,
                "32",
                new ConfigKeys.Sizes(),
                MEDIUM,
                "Units of the hidden layers, comma separated; empty for a linear model.");
        ConfigKeys.choice(ACTIVATION, "relu", MEDIUM, "What hidden units do.", names(Activation.values()));
        ConfigKeys.choice(
                LOSS,
                "auto",
                MEDIUM,
                "What is minimised; auto: cross-entropy for classes, huber for numbers. Logistic takes each class against"
                        + " all others; squared with classes means sigmoid outputs.",
                names(LossChoice.values()));
        ConfigKeys.choice(OPTIMIZER, "sgd", MEDIUM, "How weights follow the gradient.", names(Optimizer.values()));
        number(MOMENTUM, null, new Within(0, 0.9999), "How much of the last velocity is kept: mu, Adam's beta1.");
        number(DECAY, null, new Within(0, 0.99999), "How much of the last mean square is kept: rho, Adam's beta2.");
        number(
                EPSILON,
                null,
                new Within(1e-12, 1),
                "Keeps the divisors of adagrad, adagrad-norm, rmsprop and adam from zero.");
        number(L2, 0.0, new Within(0, 1), "Decay of the weights: each gradient has so much of its weight added.");
        number(
                CLIP,
                0.0,
                new Within(0, 1e6),
                "Gradients whose norm, over all layers, is greater are scaled down to it; 0 for no limit.");
        ConfigKeys.define(
                RATE,
                ConfigDef.Type.DOUBLE,
                0.05,
                new Within(1e-9, 10),
                MEDIUM,
                "The step of each update. Where it is not given: 0.05 with sgd, adagrad and adagrad-norm, 0.005 with momentum and"
                        + " nesterov, 0.001 with rmsprop and adam.");
        ConfigKeys.choice(
                SCHEDULE,
                "constant",
                LOW,
                "How the rate goes on: inverse-time halves it after a period, cosine-restart lets it fall to 0 in a period"
                        + " and begins anew.",
                "constant",
                "inverse-time",
                "cosine-restart");
        ConfigKeys.define(
                PERIOD, ConfigDef.Type.INT, 10_000, Range.atLeast(1), LOW, "Updates to the schedule's period.");
        ConfigKeys.define(
                MULTIPLIER,
                ConfigDef.Type.INT,
                2,
                Range.between(1, 10),
                LOW,
                "Each period of cosine-restart is so many times as long as the one before.");
        ConfigKeys.define(
                BATCH,
                ConfigDef.Type.INT,
                1,
                Range.between(1, 10_000),
                MEDIUM,
                "Labelled samples to an update, by their mean gradient. Each is answered at once all the same.");
        ConfigKeys.choice(
                SCALING,
                "standard",
                MEDIUM,
                "How numbers become inputs: by running mean and deviation, by running minimum and maximum, or not.",
                names(Scaling.values()));
    }

    private static void number(String key, Double def, Within valid, String doc) {
        ConfigKeys.define(key, ConfigDef.Type.DOUBLE, def, valid, LOW, doc);
    }

    /** Constants as a configuration has them: {@code LEAKY_RELU} is {@code leaky-relu}. */
    static String[] names(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toArray(String[]::new);
    }
}
