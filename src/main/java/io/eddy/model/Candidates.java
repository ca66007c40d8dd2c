package io.eddy.model;

import io.eddy.feature.View;
import io.eddy.network.Activation;
import io.eddy.network.NetworkKind;
import io.eddy.network.Optimizer;
import io.eddy.network.UpdateRule;
import java.util.List;
import java.util.stream.Stream;

/** Who is in a pool: networks that differ in what they see, how they are made and how fast they change; two baselines. */
final class Candidates {
    private Candidates() {}

    /** The networks of a new pool, in order. */
    static List<Candidate> of(Task task) {
        return task == Task.CLASSIFICATION ? OF_CLASSES : OF_VALUES;
    }

    /** Those of the pools that were stored before their names were. */
    static List<Candidate> unnamed(Task task) {
        return task == Task.CLASSIFICATION ? UNNAMED_OF_CLASSES : UNNAMED_OF_VALUES;
    }

    /** The one of that name that a stored pool has. */
    static Candidate named(Task task, String name) {
        return Stream.of(of(task), unnamed(task), RETIRED)
                .flatMap(List::stream)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no candidate is called " + name));
    }

    /**
     * What a network in a pool is made by.
     *
     * @param change whether it answers by how much the value differs from the last one; of a regression only
     */
    record Candidate(
            String name, List<Integer> hidden, Activation activation, UpdateRule rule, View view, boolean change) {
        Expert newExpert(Task task, long seed) {
            NetworkSettings settings = new NetworkSettings(
                    new NetworkKind.Feedforward(), hidden, activation, LossChoice.AUTO, rule, 1, view);
            return new NetworkExpert(settings, change, task, seed);
        }
    }

    private static final Candidate LINEAR =
            new Candidate("linear", List.of(), Activation.IDENTITY, sgd(0.1f), View.LEVELS, false);

    private static final List<Candidate> OF_CLASSES = List.of(
            LINEAR,
            new Candidate("relu-memory-16", List.of(16), Activation.RELU, adagradNorm(0.1f), View.MEMORY, false),
            new Candidate("tanh-16", List.of(16), Activation.TANH, sgd(0.1f), View.LEVELS, false),
            new Candidate("cosine-16", List.of(16), Activation.COSINE, adagradNorm(0.1f), View.FEATURES, false),
            new Candidate("cosine-128", List.of(128), Activation.COSINE, adagradNorm(0.1f), View.FEATURES, false));

    private static final List<Candidate> UNNAMED_OF_CLASSES = List.of(
            LINEAR,
            new Candidate("linear-memory", List.of(), Activation.IDENTITY, adagrad(0.05f), View.MEMORY, false),
            new Candidate("relu", List.of(32), Activation.RELU, sgd(0.05f), View.FEATURES, false),
            new Candidate("relu-memory", List.of(32), Activation.RELU, sgd(0.05f), View.MEMORY, false),
            new Candidate("relu-wide", List.of(64), Activation.RELU, adagrad(0.1f), View.FEATURES, false),
            new Candidate("relu-adam", List.of(64), Activation.RELU, adam(0.005f), View.FEATURES, false),
            new Candidate("cosine", List.of(64), Activation.COSINE, adagrad(0.1f), View.FEATURES, false),
            new Candidate("cosine-wide", List.of(128), Activation.COSINE, adagrad(0.1f), View.FEATURES, false));

    /** Of pools of classes that were stored with their names. */
    private static final List<Candidate> RETIRED = List.of(
            new Candidate("tanh", List.of(32), Activation.TANH, sgd(0.1f), View.LEVELS, false),
            new Candidate("cosine-narrow", List.of(32), Activation.COSINE, adagrad(0.1f), View.FEATURES, false));

    private static final Candidate LINEAR_MEMORY =
            new Candidate("linear-memory", List.of(), Activation.IDENTITY, adagrad(0.05f), View.MEMORY, false);
    private static final Candidate LINEAR_CHANGE =
            new Candidate("linear-change", List.of(), Activation.IDENTITY, adagrad(0.02f), View.MEMORY, true);
    private static final Candidate RELU_CHANGE =
            new Candidate("relu-change", List.of(64), Activation.RELU, adagrad(0.05f), View.MEMORY, true);

    private static final List<Candidate> OF_VALUES = List.of(
            new Candidate("linear-fast", List.of(), Activation.IDENTITY, adagrad(0.1f), View.FEATURES, false),
            LINEAR_MEMORY,
            LINEAR_CHANGE,
            new Candidate("relu-32", List.of(32), Activation.RELU, adagradNorm(0.1f), View.FEATURES, false),
            new Candidate("relu-memory-32", List.of(32), Activation.RELU, adagradNorm(0.1f), View.MEMORY, false),
            new Candidate("relu-memory-64", List.of(64), Activation.RELU, adagrad(0.1f), View.MEMORY, false),
            RELU_CHANGE,
            new Candidate("cosine-64", List.of(64), Activation.COSINE, adagradNorm(0.1f), View.FEATURES, false));

    private static final List<Candidate> UNNAMED_OF_VALUES = List.of(
            new Candidate("linear", List.of(), Activation.IDENTITY, adagrad(0.05f), View.FEATURES, false),
            LINEAR_MEMORY,
            LINEAR_CHANGE,
            new Candidate("relu", List.of(32), Activation.RELU, sgd(0.01f), View.FEATURES, false),
            new Candidate("relu-memory", List.of(32), Activation.RELU, sgd(0.01f), View.MEMORY, false),
            new Candidate("relu-wide", List.of(64), Activation.RELU, adagrad(0.05f), View.MEMORY, false),
            RELU_CHANGE,
            new Candidate("cosine", List.of(64), Activation.COSINE, adagrad(0.05f), View.FEATURES, false));

    private static UpdateRule sgd(float rate) {
        return UpdateRule.sgd(rate);
    }

    private static UpdateRule adagrad(float rate) {
        return UpdateRule.of(Optimizer.ADAGRAD, rate);
    }

    private static UpdateRule adagradNorm(float rate) {
        return UpdateRule.of(Optimizer.ADAGRAD_NORM, rate);
    }

    private static UpdateRule adam(float rate) {
        return UpdateRule.of(Optimizer.ADAM, rate);
    }
}
