package io.eddy.model;

import io.eddy.feature.View;
import io.eddy.network.Activation;
import io.eddy.network.NetworkKind;
import io.eddy.network.NetworkShape;
import io.eddy.network.UpdateRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One network and how it is trained; what depends on the task is not decided yet.
 *
 * @param hidden units of each hidden layer
 * @param loss must fit the task; logistic, cross-entropy and Huber's decide it
 * @param batchSize labelled samples to an update
 * @param view which inputs the network sees
 */
public record NetworkSettings(
        NetworkKind kind,
        List<Integer> hidden,
        Activation activation,
        LossChoice loss,
        UpdateRule rule,
        int batchSize,
        View view)
        implements ModelSettings {
    public NetworkSettings {
        hidden = List.copyOf(hidden);
    }

    NetworkShape shape(Task decided) {
        return new NetworkShape(kind, hidden, activation, loss.objective(decided));
    }

    @Override
    public Optional<Task> task() {
        return loss.task();
    }

    @Override
    public Model newModel(Task task, long seed) {
        return new SingleNetwork(this, task, seed);
    }

    /** Rates and coefficients are not among it. */
    @Override
    public void identify(Map<String, String> identity) {
        identity.put("eddy.model", "network");
        identity.put("eddy.network.kind", kind instanceof NetworkKind.Feedforward ? "FEEDFORWARD" : "RECURRENT");
        identity.put("eddy.network.hidden", hidden.toString());
        identity.put("eddy.network.activation", activation.name());
        identity.put("eddy.loss", loss.name());
        identity.put("eddy.optimizer", rule.optimizer().name());
    }
}
