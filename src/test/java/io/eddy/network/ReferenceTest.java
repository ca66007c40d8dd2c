package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses and weights of ten steps against those of an independent implementation in double precision, {@code
 * src/test/reference/reference.py}: every optimizer, objective, activation and schedule, static and recurrent.
 */
class ReferenceTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference");
    private static final double TOLERANCE = 2e-5;

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossesAndWeightsAreThoseOfTheReference(Path file) throws IOException {
        JsonNode reference = new ObjectMapper().readTree(file.toFile());
        assertThat(largestDeviation(reference, 1)).isLessThan(TOLERANCE);
    }

    @Test
    void everyOptimizerActivationAndObjectiveIsAmongThem() throws IOException {
        List<String> seen = new ArrayList<>();
        for (Path file : cases()) {
            JsonNode reference = new ObjectMapper().readTree(file.toFile());
            for (String key : List.of("optimizer", "activation", "objective")) {
                seen.add(reference.get("kind").asText() + " " + constant(reference, key));
            }
        }
        for (String kind : List.of("static ", "recurrent ")) {
            for (Enum<?>[] all : List.of(Optimizer.values(), Activation.values(), Objective.values())) {
                for (Enum<?> one : all) {
                    assertThat(seen).contains(kind + one.name());
                }
            }
        }
    }

    @Test
    void anotherRateIsFound() throws IOException {
        for (Path file : cases()) {
            JsonNode reference = new ObjectMapper().readTree(file.toFile());
            assertThat(largestDeviation(reference, 1.01f)).as(file.toString()).isGreaterThan(TOLERANCE);
        }
    }

    private static double largestDeviation(JsonNode reference, float factor) {
        Network network = network(reference, factor);
        walk(network, reference.get("initial"), true);
        Scratch scratch = network.newScratch(reference.get("batch").asInt());
        double worst = 0;
        for (JsonNode step : reference.get("steps")) {
            load(scratch, step, network.shape().objective());
            network.forward(scratch);
            assertThat(network.backward(scratch)).isEqualTo(scratch.k);
            for (int r = 0; r < scratch.k; r++) {
                double loss = network.shape()
                        .objective()
                        .loss(scratch.outputs[scratch.outputs.length - 1][r], scratch.label(r), network.outputs());
                worst = Math.max(worst, deviation(loss, step.get("losses").get(r)));
            }
            network.update(scratch);
            worst = Math.max(worst, walk(network, step.get("after"), false));
        }
        return worst;
    }

    private static Network network(JsonNode reference, float factor) {
        List<Integer> hidden = new ArrayList<>();
        reference.get("hidden").forEach(size -> hidden.add(size.asInt()));
        NetworkKind kind = reference.get("kind").asText().equals("static")
                ? new NetworkKind.Feedforward()
                : new NetworkKind.Recurrent(1e-6f, 1000);
        Optimizer optimizer = Optimizer.valueOf(constant(reference, "optimizer"));
        float rate = reference.get("rate").floatValue() * factor;
        int period = reference.get("period").asInt();
        RateSchedule schedule = switch (reference.get("schedule").asText()) {
            case "inverse-time" -> new RateSchedule.InverseTime(rate, period);
            case "cosine" ->
                new RateSchedule.CosineRestart(
                        rate, period, reference.get("multiplier").asInt());
            default -> new RateSchedule.Constant(rate);
        };
        Network network = new Network(
                new NetworkShape(
                        kind,
                        hidden,
                        Activation.valueOf(constant(reference, "activation")),
                        Objective.valueOf(constant(reference, "objective"))),
                new UpdateRule(
                        optimizer,
                        optimizer.paper(),
                        schedule,
                        reference.get("l2").floatValue(),
                        reference.get("clip").floatValue()),
                reference.at("/initial/layers/" + hidden.size() + "/bias").size(),
                1);
        network.growInputs(reference.at("/initial/layers/0/weights").size(), 1);
        return network;
    }

    private static String constant(JsonNode reference, String key) {
        return reference.get(key).asText().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    /** Sets all weights, or finds the largest deviation. */
    private static double walk(Network network, JsonNode parameters, boolean set) {
        double worst = 0;
        int l = 0;
        for (JsonNode layer : parameters.get("layers")) {
            worst = Math.max(worst, row(network.layer(l).bias(), layer.get("bias"), set));
            for (int i = 0; i < layer.get("weights").size(); i++) {
                JsonNode values = layer.get("weights").get(i);
                for (int o = 0; o < values.size(); o++) {
                    if (set) {
                        network.layer(l).setWeight(i, o, values.get(o).floatValue());
                    }
                    worst = Math.max(worst, deviation(network.layer(l).weight(i, o), values.get(o)));
                }
            }
            for (int i = 0; layer.has("recurrent") && i < layer.get("recurrent").size(); i++) {
                worst = Math.max(
                        worst,
                        row(
                                network.recurrentWeights(l, i),
                                layer.get("recurrent").get(i),
                                set));
            }
            l++;
        }
        return worst;
    }

    private static double row(float[] weights, JsonNode values, boolean set) {
        assertThat(Kernels.padded(values.size())).isEqualTo(weights.length);
        double worst = 0;
        for (int o = 0; o < values.size(); o++) {
            if (set) {
                weights[o] = values.get(o).floatValue();
            }
            worst = Math.max(worst, deviation(weights[o], values.get(o)));
        }
        return worst;
    }

    private static double deviation(double actual, JsonNode expected) {
        return Math.abs(actual - expected.doubleValue()) / Math.max(1, Math.abs(expected.doubleValue()));
    }

    private static void load(Scratch scratch, JsonNode step, Objective objective) {
        List<SparseVector> rows = new ArrayList<>();
        float[] labels = new float[scratch.k];
        for (int r = 0; r < scratch.k; r++) {
            SparseVector x = new SparseVector();
            JsonNode inputs = step.get("inputs").get(r);
            for (int i = 0; i < inputs.size(); i++) {
                if (inputs.get(i).doubleValue() != 0) {
                    x.add(i, inputs.get(i).floatValue());
                }
            }
            rows.add(x);
            JsonNode target = step.get("targets").get(r);
            labels[r] = target.get(0).floatValue();
            for (int o = 0; objective.isOfClasses() && o < target.size(); o++) {
                labels[r] = target.get(o).doubleValue() == 1 ? o : labels[r];
            }
            labels[r] = objective.isOfClasses() && target.get(0).doubleValue() == 1 ? 0 : labels[r];
        }
        float[] weights = new float[scratch.k];
        Arrays.fill(weights, 1);
        scratch.load(rows, labels, weights);
    }
}
