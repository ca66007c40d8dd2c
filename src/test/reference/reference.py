"""Reference results of training small neural networks, for a test to compare itself with.

Trains small static and recurrent (Almeida 1987, Pineda 1987) networks for ten updates under
different activations, objectives, update rules and schedules, in double precision, and writes
one JSON file per case: the initial parameters, then the inputs, the targets, the losses and
the parameters after each update. Before anything is written the gradients of every kind of
network are compared with central differences; a disagreement ends the script.

Needs Python 3 and numpy. Run from the root of the project:

    python3 src/test/reference/reference.py src/test/resources/reference
"""
import itertools
import json
import os
import sys

import numpy as np

INPUTS, UPDATES, ABSENT_SHARE = 6, 10, 0.25
MOMENTUM, ADAGRAD_EPSILON = 0.9, 1e-10
RMSPROP_DECAY, RMSPROP_EPSILON = 0.9, 1e-8
ADAM_DECAY1, ADAM_DECAY2, ADAM_EPSILON = 0.9, 0.999, 1e-8
FIXED_POINT_TOLERANCE, FIXED_POINT_LIMIT = 1e-13, 10_000
RATES = {"sgd": 0.1, "momentum": 0.05, "nesterov": 0.05, "adagrad": 0.05, "adagrad-norm": 0.05, "rmsprop": 0.01, "adam": 0.01}

def sigmoid(a):
    return 1 / (1 + np.exp(-a))

# Each activation: the function, and its derivative, both of the net input.
ACTIVATIONS = {
    "SIGMOID": (sigmoid, lambda a: sigmoid(a) * (1 - sigmoid(a))),
    "TANH": (np.tanh, lambda a: 1 - np.tanh(a) ** 2),
    "RELU": (lambda a: np.where(a > 0, a, 0.0), lambda a: np.where(a > 0, 1.0, 0.0)),
    "LEAKY_RELU": (lambda a: np.where(a > 0, a, 0.01 * a), lambda a: np.where(a > 0, 1.0, 0.01)),
    "COSINE": (np.cos, lambda a: -np.sin(a)),
    "IDENTITY": (lambda a: a, np.ones_like),
}
OUTPUTS = {"SOFTMAX_CROSS_ENTROPY": 3, "SIGMOID_SQUARED": 3, "SIGMOID_CROSS_ENTROPY": 3,
           "IDENTITY_SQUARED": 1, "IDENTITY_HUBER": 1}

def loss_and_error(objective, z, target):
    """The loss of one row, and its derivative with respect to the net output z."""
    if objective == "SOFTMAX_CROSS_ENTROPY":
        log_y = z - z.max() - np.log(np.sum(np.exp(z - z.max())))
        return -np.sum(target * log_y), np.exp(log_y) * np.sum(target) - target
    if objective == "SIGMOID_SQUARED":
        y = sigmoid(z)
        return np.sum((y - target) ** 2) / 2, (y - target) * y * (1 - y)
    if objective == "SIGMOID_CROSS_ENTROPY":
        return np.sum(np.logaddexp(0, z) - target * z), sigmoid(z) - target
    difference = z - target
    if objective == "IDENTITY_SQUARED":
        return np.sum(difference ** 2) / 2, difference
    assert objective == "IDENTITY_HUBER"
    size = np.abs(difference)
    return np.sum(np.where(size <= 1, size ** 2 / 2, size - 0.5)), np.clip(difference, -1, 1)

def fixed_point(function, size):
    """Iterates the function from zero until the largest change is below the tolerance."""
    state = np.zeros(size)
    for _ in range(FIXED_POINT_LIMIT):
        previous, state = state, function(state)
        if np.max(np.abs(state - previous)) < FIXED_POINT_TOLERANCE:
            return state
    raise ArithmeticError("the iteration does not converge")

def forward(network, activation, x):
    """The values entering each layer, the net inputs of the hidden layers, and the net output."""
    f = ACTIVATIONS[activation][0]
    entering, net_inputs = [x], []
    for layer in network[:-1]:
        external = layer["bias"] + entering[-1] @ layer["weights"]
        net_input = external
        if "recurrent" in layer:
            h = fixed_point(lambda state: f(external + state @ layer["recurrent"]), len(external))
            net_input = external + h @ layer["recurrent"]
        net_inputs.append(net_input)
        entering.append(f(net_input))
    return entering, net_inputs, network[-1]["bias"] + entering[-1] @ network[-1]["weights"]

def row_loss_and_gradient(network, activation, objective, x, target):
    """The loss of one row and its gradient, shaped as the network is."""
    entering, net_inputs, z = forward(network, activation, x)
    loss, delta = loss_and_error(objective, z, target)
    gradient = [{"bias": delta, "weights": np.outer(entering[-1], delta)}]
    for index in reversed(range(len(network) - 1)):
        layer = network[index]
        error = network[index + 1]["weights"] @ delta
        slope = ACTIVATIONS[activation][1](net_inputs[index])
        delta = slope * error
        if "recurrent" in layer:
            delta = fixed_point(lambda state: slope * (error + layer["recurrent"] @ state), len(error))
        gradient.insert(0, {"bias": delta, "weights": np.outer(entering[index], delta)})
        if "recurrent" in layer:
            gradient[0]["recurrent"] = np.outer(entering[index + 1], delta)
    return loss, gradient

def scaled(gradient, factor):
    return [{name: values * factor for name, values in part.items()} for part in gradient]

def total(gradients):
    return [{name: sum(gradient[index][name] for gradient in gradients) for name in part}
            for index, part in enumerate(gradients[0])]

def losses_and_gradients(network, activation, objective, inputs, targets):
    """The loss of each row of a batch, and what each row adds to the gradient of their mean."""
    rows = [row_loss_and_gradient(network, activation, objective, x, t) for x, t in zip(inputs, targets)]
    return [loss for loss, _ in rows], [scaled(gradient, 1 / len(rows)) for _, gradient in rows]

def rates(case):
    """Yields the rate of update 0, 1, 2, ..."""
    base, since_restart, length = case["rate"], 0, case["period"]
    for t in itertools.count():
        if case["schedule"] == "constant":
            yield base
        elif case["schedule"] == "inverse-time":
            yield base / (1 + t / case["period"])
        else:  # cosine
            if since_restart == length:
                since_restart, length = 0, length * case["multiplier"]
            yield base / 2 * (1 + np.cos(np.pi * since_restart / length))
            since_restart += 1

def clip_factor(gradient, limit):
    """What scales the whole gradient down to the norm `limit`, if it is longer (0: no limit)."""
    norm = np.sqrt(sum(np.sum(values ** 2) for part in gradient for values in part.values()))
    return limit / norm if 0 < limit < norm else 1.0

def paced(row, states, x):
    """A row's gradient, each unit's part of it divided by the root of the sum of its mean squares up to this row."""
    result = []
    for index, part in enumerate(row):
        squares = sum(np.sum(np.atleast_2d(values) ** 2, axis=0) for values in part.values())
        coming_in = sum(len(values) for name, values in part.items() if name != "bias") + 1
        if index == 0:
            coming_in -= np.sum(x == 0)  # inputs that are absent
        state = states[index]["bias"]["second"]
        state += squares / coming_in
        result.append({name: values / np.sqrt(state + ADAGRAD_EPSILON ** 2) for name, values in part.items()})
    return result

def decrement(optimizer, rate, g, state, rows):
    """What an update rule subtracts from the given rows; advances the state of those rows only."""
    if optimizer in ("sgd", "adagrad-norm"):  # of the latter, the gradient is paced already
        return rate * g
    if optimizer in ("momentum", "nesterov"):
        velocity = state["first"][rows] = MOMENTUM * state["first"][rows] + g
        return rate * (velocity if optimizer == "momentum" else g + MOMENTUM * velocity)
    if optimizer == "adagrad":
        total = state["second"][rows] = state["second"][rows] + g ** 2
        return rate * g / (np.sqrt(total) + ADAGRAD_EPSILON)
    if optimizer == "rmsprop":
        average = state["second"][rows] = RMSPROP_DECAY * state["second"][rows] + (1 - RMSPROP_DECAY) * g ** 2
        return rate * g / (np.sqrt(average) + RMSPROP_EPSILON)
    assert optimizer == "adam"
    state["count"][rows] += 1  # one counter per row
    count = state["count"][rows].reshape((-1,) + (1,) * (g.ndim - 1))
    m = state["first"][rows] = ADAM_DECAY1 * state["first"][rows] + (1 - ADAM_DECAY1) * g
    v = state["second"][rows] = ADAM_DECAY2 * state["second"][rows] + (1 - ADAM_DECAY2) * g ** 2
    return rate * (m / (1 - ADAM_DECAY1 ** count)) / (np.sqrt(v / (1 - ADAM_DECAY2 ** count)) + ADAM_EPSILON)

def update(network, states, case, rate, rows_of_batch, inputs):
    """One update in place by what each row adds to the gradient; first-layer weight rows of inputs absent from the whole batch are left alone."""
    present = np.any(inputs != 0, axis=0)
    factor = clip_factor(total(rows_of_batch), case["clip"])
    rows_of_batch = [scaled(row, factor) for row in rows_of_batch]
    if case["optimizer"] == "adagrad-norm":
        rows_of_batch = [paced(row, states, x) for row, x in zip(rows_of_batch, inputs)]
    gradient = total(rows_of_batch)
    for index, layer in enumerate(network):
        for name, values in layer.items():
            rows = present if index == 0 and name == "weights" else np.ones(len(values), dtype=bool)
            g = gradient[index][name][rows]
            if name != "bias":
                g = g + case["l2"] * values[rows]
            values[rows] -= decrement(case["optimizer"], rate, g, states[index][name], rows)

def drawn(values):
    """Rounds what was drawn, so that the JSON files hold exactly what is computed with."""
    return np.round(values, 6)

def draw_network(random, kind, hidden, outputs):
    network, sizes = [], [INPUTS] + hidden + [outputs]
    for index, (entering, units) in enumerate(zip(sizes, sizes[1:])):
        layer = {"bias": drawn(random.uniform(-0.3, 0.3, units)),
                 "weights": drawn(random.uniform(-0.8, 0.8, (entering, units)))}
        if kind == "recurrent" and index < len(hidden):
            layer["recurrent"] = drawn(random.uniform(-0.5, 0.5, (units, units)) / units)
            assert np.linalg.norm(layer["recurrent"], 2) < 0.5
        network.append(layer)
    return network

def draw_batch(random, objective, rows):
    """Inputs with absent (zero) entries, in larger batches some of them absent in all rows; targets."""
    inputs = drawn(random.normal(size=(rows, INPUTS)))
    # in larger batches half of the chance to be absent falls on the input as a whole, in all rows
    share = ABSENT_SHARE if rows == 1 else 1 - np.sqrt(1 - ABSENT_SHARE)
    inputs[random.random((rows, INPUTS)) < share] = 0
    if rows > 1:
        inputs[:, random.random(INPUTS) < share] = 0
    outputs = OUTPUTS[objective]
    if objective.startswith("IDENTITY"):
        return inputs, drawn(random.normal(size=(rows, outputs)) * 1.5)
    return inputs, np.eye(outputs)[random.integers(outputs, size=rows)]

def check_gradients(step=1e-5, tolerance=1e-8):
    """Compares all gradients with central differences; returns the largest deviation."""
    largest = 0.0
    for number, (kind, activation, objective) in enumerate(
            itertools.product(("static", "recurrent"), ACTIVATIONS, OUTPUTS)):
        random = np.random.default_rng(number)
        network = draw_network(random, kind, [5, 4], OUTPUTS[objective])
        inputs, targets = draw_batch(random, objective, 2)
        gradient = total(losses_and_gradients(network, activation, objective, inputs, targets)[1])
        for layer, part in zip(network, gradient):
            for name, at in [(name, at) for name in layer for at in np.ndindex(layer[name].shape)]:
                original, means = layer[name][at], []
                for layer[name][at] in (original + step, original - step):
                    means.append(np.mean([loss_and_error(objective, forward(network, activation, x)[2], t)[0]
                                          for x, t in zip(inputs, targets)]))
                layer[name][at] = original
                deviation = abs((means[0] - means[1]) / (2 * step) - part[name][at])
                largest = max(largest, deviation)
                if not deviation < tolerance:
                    sys.exit(f"wrong gradient: {kind} {activation} {objective} {name}{at}: off by {deviation}")
    return largest

def cases():
    """Yields the name and the settings of each case."""
    for kind in ("static", "recurrent"):
        def case(name, optimizer, **changes):
            settings = {"kind": kind, "hidden": [5, 4], "activation": "TANH", "objective": "SOFTMAX_CROSS_ENTROPY",
                        "optimizer": optimizer, "rate": RATES[optimizer], "schedule": "constant", "period": 0,
                        "multiplier": 0, "l2": 0, "clip": 0, "batch": 1}
            return f"{kind}-{name}", {**settings, **changes}
        for optimizer in RATES:
            yield case(optimizer, optimizer)
        for objective in ("SIGMOID_SQUARED", "SIGMOID_CROSS_ENTROPY", "IDENTITY_SQUARED", "IDENTITY_HUBER"):
            yield case("objective-" + objective.lower().replace("_", "-"), "sgd",
                       objective=objective, activation="SIGMOID", hidden=[5])
        for activation in ("SIGMOID", "RELU", "LEAKY_RELU", "COSINE", "IDENTITY"):
            # at the usual rate the unbounded recurrent network would soon lose its fixed point
            slower = {"rate": 0.01} if (kind, activation) == ("recurrent", "IDENTITY") else {}
            yield case("activation-" + activation.lower().replace("_", "-"), "momentum",
                       activation=activation, **slower)
        yield case("l2-adam", "adam", l2=0.01)
        yield case("l2-sgd", "sgd", l2=0.01)
        yield case("l2-adagrad-norm", "adagrad-norm", l2=0.01)
        yield case("clip-never-sgd", "sgd", clip=100)
        yield case("clip-sgd", "sgd", clip=0.1)
        yield case("inverse-time-sgd", "sgd", schedule="inverse-time", period=4)
        yield case("cosine-momentum", "momentum", schedule="cosine", period=3, multiplier=2)
        for optimizer in ("sgd", "adam"):
            yield case("batch-" + optimizer, optimizer, batch=4)
        yield case("batch-clip-adagrad-norm", "adagrad-norm", batch=4, clip=0.1)
        yield case("batch-clip-momentum", "momentum", batch=4, clip=0.1)

def plain(values):
    """Arrays as lists of numbers with ten significant digits."""
    if isinstance(values, (list, np.ndarray)):
        return [plain(value) for value in values]
    if isinstance(values, dict):
        return {name: plain(value) for name, value in values.items()}
    return float(f"{values:.10g}")

compact = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode

def run(name, case):
    """Trains one network and returns the text of its JSON file."""
    random = np.random.default_rng(list(name.encode()))  # fixed seed, independent of the other cases
    network = draw_network(random, case["kind"], case["hidden"], OUTPUTS[case["objective"]])
    states = [{key: {"first": np.zeros_like(values), "second": np.zeros_like(values), "count": np.zeros(len(values))}
               for key, values in layer.items()} for layer in network]
    head = compact({**case, "initial": {"layers": plain(network)}})
    steps = []
    for rate in itertools.islice(rates(case), UPDATES):
        inputs, targets = draw_batch(random, case["objective"], case["batch"])
        losses, rows = losses_and_gradients(network, case["activation"], case["objective"], inputs, targets)
        update(network, states, case, rate, rows, inputs)
        if any(np.linalg.norm(layer["recurrent"], 2) >= 1 for layer in network if "recurrent" in layer):
            sys.exit(f"{name}: the recurrent iteration need not contract any more")
        steps.append(compact({"inputs": plain(inputs), "targets": plain(targets), "losses": plain(losses),
                              "after": {"layers": plain(network)}}))
    return head[:-1] + ',"steps":[\n' + ",\n".join(steps) + "\n]}\n"

def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f"gradients agree with central differences; largest deviation {check_gradients():.2e}")
    texts = {name: run(name, case) for name, case in cases()}
    os.makedirs(sys.argv[1], exist_ok=True)
    for name, text in texts.items():
        with open(os.path.join(sys.argv[1], name + ".json"), "w", encoding="ascii") as file:
            file.write(text)
    print(f"{len(texts)} cases written")

if __name__ == "__main__":
    main()
