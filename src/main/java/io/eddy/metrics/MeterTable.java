package io.eddy.metrics;

import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import io.eddy.learner.LearnerReport;
import io.eddy.wire.RejectionCode;
import io.micrometer.core.instrument.Meter;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All meters that are read from what a partition published; what is recorded with the samples is in {@link LearnerMeters}. */
final class MeterTable {
    private static final List<String> OUTCOMES = List.of("learned", "predicted_only", "dead_lettered", "tombstone");
    private static final List<String> CODES =
            Stream.of(RejectionCode.values()).map(RejectionCode::name).toList();
    private static final List<String> WINDOWS = List.of("all", "recent", "fading");
    private static final List<String> DETECTORS = List.of("adwin", "page-hinkley");

    static final List<LearnerMeter> ALL = List.of(
            counter("eddy.samples", "Records consumed", (p, outcome) -> outcome(p.report(), outcome))
                    .by("outcome", OUTCOMES),
            counter(
                            "eddy.dead.letters",
                            "Samples rejected",
                            (p, code) -> count(p.report().deadLetters(), code))
                    .by("code", CODES),
            counter("eddy.predictions", "Samples answered", p -> p.report().answered()),
            gauge(
                    "eddy.learned",
                    "Labelled samples learned from: the model's version",
                    p -> p.report().learned()),
            counter(
                    "eddy.measured",
                    "Answers compared with their label",
                    p -> p.report().measured()),
            counter(
                    "eddy.correct",
                    "Answers that were right; of classes only",
                    p -> p.report().correct()),
            counter("eddy.class.samples", "Answers compared with their label, by label", MeterTable::ofClass)
                    .by("class", p -> p.confusion().classes()),
            counter("eddy.class.correct", "Answers that were right, by label", MeterTable::rightOfClass)
                    .by("class", p -> p.confusion().classes()),
            figure("eddy.accuracy", "Right answers of all", "accuracy"),
            figure("eddy.balanced.accuracy", "Mean recall of the classes", "balancedAccuracy"),
            figure("eddy.macro.f1", "Mean F1 of the classes", "macroF1"),
            figure("eddy.kappa", "Cohen's kappa: accuracy beyond chance", "kappa"),
            figure("eddy.kappa.no.change", "Skill against no-change: 1 - errors / its errors", "kappaNoChange"),
            figure("eddy.log.loss", "Mean of -ln p(label)", "logLoss"),
            figure("eddy.rmse", "Root mean squared error, in the label's units", "rmse"),
            figure("eddy.mae", "Mean absolute error, in the label's units", "mae"),
            figure("eddy.r2", "Explained part of the label's variance", "r2"),
            figure("eddy.skill", "Skill against the best baseline: 1 - loss / its loss", "skill"),
            gauge("eddy.baseline.accuracy", "Right answers of a baseline", (p, b) -> baseline(p, b, "accuracy"))
                    .by("baseline", List.of("no_change", "majority")),
            gauge("eddy.baseline.rmse", "Root mean squared error of a baseline", (p, b) -> baseline(p, b, "rmse"))
                    .by("baseline", List.of("no_change", "mean")),
            gauge("eddy.candidate.weight", "How much a candidate counts in the answers", MeterTable::weight)
                    .by("candidate", p -> p.report().candidates().keySet()),
            counter(
                            "eddy.drifts",
                            "How often the answers became worse",
                            (p, d) -> count(p.report().drifts(), d))
                    .by("detector", DETECTORS),
            gauge(
                    "eddy.learning.rate",
                    "Learning rate of the next update; the greatest of several",
                    p -> p.training().rate()),
            gauge(
                    "eddy.gradient.norm",
                    "Norm of the gradient, of one update after each commit",
                    p -> p.activity().gradientNorm()),
            gauge(
                    "eddy.weight.norm",
                    "Norm of weights and biases",
                    p -> p.training().weightNorm()),
            gauge("eddy.parameters", "Weights and biases", p -> p.training().parameters()),
            counter(
                    "eddy.updates.refused",
                    "Updates left out, as they would not have been finite",
                    p -> p.training().updatesRefused()),
            counter(
                    "eddy.relaxation.iterations",
                    "Iterations in which a recurrent network settled",
                    p -> p.training().relaxationIterations()),
            counter(
                    "eddy.relaxation.unsettled",
                    "Samples that a recurrent network did not settle on, nor learn from",
                    p -> p.training().unsettled()),
            gauge(
                    "eddy.features",
                    "Inputs known: numbers, categories and what else fields become",
                    p -> p.report().features()),
            counter(
                    "eddy.features.beyond.bound",
                    "Values in labelled samples that found no input of their own",
                    p -> p.report().beyondBound()),
            gauge("eddy.classes", "Classes known", p -> p.report().classes()),
            counter(
                            "eddy.values",
                            "Values that labelled samples had or lacked, of the first 1,000 fields",
                            (p, state) -> state.equals("missing")
                                    ? p.activity().valuesMissing()
                                    : p.activity().valuesPresent())
                    .by("state", List.of("present", "missing")),
            gauge("eddy.behind", "Age of the last sample when its answer was committed", p -> p.behind() / 1e3)
                    .withUnit("seconds"),
            gauge(
                            "eddy.snapshot.bytes",
                            "Length of the model as it is stored",
                            p -> p.partition().snapshotBytes())
                    .withUnit("bytes"),
            gauge("eddy.snapshot.age", "Time since the model was stored", Published::age)
                    .withUnit("seconds"),
            gauge(
                            "eddy.restore.duration",
                            "Time until the model was there when the partition came",
                            Published::restored)
                    .withUnit("seconds"));

    private MeterTable() {}

    private static LearnerMeter counter(String name, String about, ToDoubleFunction<Published> value) {
        return counter(name, about, (p, only) -> value.applyAsDouble(p));
    }

    private static LearnerMeter counter(String name, String about, ToDoubleBiFunction<Published, String> value) {
        return LearnerMeter.of(name, Meter.Type.COUNTER, about, value);
    }

    private static LearnerMeter gauge(String name, String about, ToDoubleFunction<Published> value) {
        return gauge(name, about, (p, only) -> value.applyAsDouble(p));
    }

    private static LearnerMeter gauge(String name, String about, ToDoubleBiFunction<Published, String> value) {
        return LearnerMeter.of(name, Meter.Type.GAUGE, about, value);
    }

    private static LearnerMeter figure(String name, String about, String figure) {
        return gauge(name, about, (p, window) -> window(p.figures(), window).getOrDefault(figure, Double.NaN))
                .by("window", WINDOWS);
    }

    private static double outcome(LearnerReport report, String outcome) {
        return switch (outcome) {
            case "learned" -> report.learned();
            case "predicted_only" -> report.predictedOnly();
            case "dead_lettered" -> report.deadLettered();
            default -> report.tombstones();
        };
    }

    private static double count(Map<String, Long> counts, String name) {
        return counts.getOrDefault(name, 0L);
    }

    private static Map<String, Double> window(Figures figures, String window) {
        return switch (window) {
            case "recent" -> figures.recent();
            case "fading" -> figures.fading();
            default -> figures.metrics();
        };
    }

    private static double baseline(Published p, String baseline, String figure) {
        String name = baseline.equals("no_change") ? "noChange" : baseline;
        return p.figures().baselines().getOrDefault(name, Map.of()).getOrDefault(figure, Double.NaN);
    }

    private static double weight(Published p, String candidate) {
        return p.report().candidates().getOrDefault(candidate, Double.NaN);
    }

    private static double ofClass(Published p, String name) {
        Confusion confusion = p.confusion();
        return confusion.counts().get(confusion.classes().indexOf(name)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static double rightOfClass(Published p, String name) {
        int number = p.confusion().classes().indexOf(name);
        return p.confusion().counts().get(number).get(number);
    }
}
