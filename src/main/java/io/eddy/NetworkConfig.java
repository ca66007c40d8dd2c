package io.eddy;

import io.eddy.feature.View;
import io.eddy.model.LossChoice;
import io.eddy.model.NetworkSettings;
import io.eddy.network.Activation;
import io.eddy.network.NetworkKind;
import io.eddy.network.Optimizer;
import io.eddy.network.Optimizer.Coefficients;
import io.eddy.network.RateSchedule;
import io.eddy.network.UpdateRule;
import io.eddy.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** From the checked values of {@link NetworkKeys} to what the learner is told; values that don't fit are refused here. */
final class NetworkConfig {
    private final Map<String, Object> values;
    private final Set<String> given;

    /** @param given keys that the user gave; the others have their defaults in {@code values} */
    NetworkConfig(Map<String, Object> values, Set<String> given) {
        this.values = values;
        this.given = given;
    }

    NetworkSettings settings() {
        return new NetworkSettings(
                kind(),
                hidden(),
                constant(Activation.class, values.get(NetworkKeys.ACTIVATION)),
                constant(LossChoice.class, values.get(NetworkKeys.LOSS)),
                rule(),
                (Integer) values.get(NetworkKeys.BATCH),
                given.contains(ConfigKeys.LAGS) ? View.MEMORY : View.FEATURES);
    }

    private List<Integer> hidden() {
        return ((List<?>) values.get(NetworkKeys.HIDDEN))
                .stream().map(size -> Integer.valueOf(size.toString())).toList();
    }

    private NetworkKind kind() {
        if (values.get(NetworkKeys.KIND).equals("feedforward")) {
            requireEffect(NetworkKeys.TOLERANCE, false, NetworkKeys.KIND);
            requireEffect(NetworkKeys.ITERATIONS, false, NetworkKeys.KIND);
            return new NetworkKind.Feedforward();
        }
        if (hidden().isEmpty()) {
            throw Problem.usage(
                    "eddy.network.kind=recurrent does not fit eddy.network.hidden=",
                    "it is the hidden units that a recurrent network connects to each other, and there are none",
                    "give eddy.network.hidden at least one size, or use eddy.network.kind=feedforward");
        }
        return new NetworkKind.Recurrent(number(NetworkKeys.TOLERANCE), (Integer) values.get(NetworkKeys.ITERATIONS));
    }

    private UpdateRule rule() {
        Optimizer optimizer = constant(Optimizer.class, values.get(NetworkKeys.OPTIMIZER));
        Coefficients paper = optimizer.paper();
        Coefficients coefficients = new Coefficients(
                coefficient(NetworkKeys.MOMENTUM, paper.momentum()),
                coefficient(NetworkKeys.DECAY, paper.decay()),
                coefficient(NetworkKeys.EPSILON, paper.epsilon()));
        float rate = given.contains(NetworkKeys.RATE) ? number(NetworkKeys.RATE) : optimizer.defaultRate();
        return new UpdateRule(
                optimizer, coefficients, schedule(rate), number(NetworkKeys.L2), number(NetworkKeys.CLIP));
    }

    /** @param paper NaN where the optimizer has no such coefficient */
    private float coefficient(String key, float paper) {
        requireEffect(key, !Float.isNaN(paper), NetworkKeys.OPTIMIZER);
        return values.get(key) == null ? paper : number(key);
    }

    private RateSchedule schedule(float rate) {
        int period = (Integer) values.get(NetworkKeys.PERIOD);
        String name = (String) values.get(NetworkKeys.SCHEDULE);
        requireEffect(NetworkKeys.PERIOD, !name.equals("constant"), NetworkKeys.SCHEDULE);
        requireEffect(NetworkKeys.MULTIPLIER, name.equals("cosine-restart"), NetworkKeys.SCHEDULE);
        return switch (name) {
            case "inverse-time" -> new RateSchedule.InverseTime(rate, period);
            case "cosine-restart" ->
                new RateSchedule.CosineRestart(rate, period, (Integer) values.get(NetworkKeys.MULTIPLIER));
            default -> new RateSchedule.Constant(rate);
        };
    }

    private void requireEffect(String key, boolean effect, String other) {
        if (given.contains(key) && !effect) {
            throw Problem.usage(
                    key + "=" + values.get(key) + " does not fit " + other + "=" + values.get(other),
                    other + "=" + values.get(other) + " has no use for it",
                    "remove " + key + ", or choose another " + other);
        }
    }

    private float number(String key) {
        return ((Double) values.get(key)).floatValue();
    }

    /** {@code leaky-relu} is {@code LEAKY_RELU}. */
    static <E extends Enum<E>> E constant(Class<E> type, Object value) {
        return Enum.valueOf(type, value.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
