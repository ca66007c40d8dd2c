package io.eddy.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eddy.LearnerConfig;
import io.eddy.cli.CommittedLearners.Committed;
import io.eddy.learner.LearnerReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eddy inspect}: what is committed. */
@Command(
        name = "inspect",
        description = "Shows what is committed, per partition; the application may run or not.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LearnerConfig config = options.load();
        List<Committed> learners = CommittedLearners.read(config);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOutput.print(out, object -> write(learners, object));
        } else if (learners.isEmpty()) {
            out.printf("nothing is committed yet by application.id=%s%n", config.applicationId());
        } else {
            learners.forEach(learner -> print(learner, out));
        }
        return 0;
    }

    private static void write(List<Committed> learners, JsonGenerator object) throws IOException {
        object.writeNumberField("learned", sum(learners, LearnerReport::learned));
        object.writeNumberField("consumed", sum(learners, LearnerReport::consumed));
        object.writeNumberField("predictedOnly", sum(learners, LearnerReport::predictedOnly));
        object.writeNumberField("deadLettered", sum(learners, LearnerReport::deadLettered));
        object.writeNumberField("tombstones", sum(learners, LearnerReport::tombstones));
        object.writeArrayFieldStart("partitions");
        for (Committed learner : learners) {
            LearnerReport report = learner.report();
            object.writeStartObject();
            object.writeNumberField("partition", learner.partition());
            object.writeStringField("task", report.task());
            object.writeNumberField("learned", report.learned());
            object.writeNumberField("consumed", report.consumed());
            object.writeNumberField("predictedOnly", report.predictedOnly());
            object.writeNumberField("deadLettered", report.deadLettered());
            object.writeNumberField("tombstones", report.tombstones());
            JsonOutput.counts(object, "deadLetters", report.deadLetters());
            object.writeNumberField("features", report.features());
            object.writeNumberField("classes", report.classes());
            object.writeNumberField("parameters", report.training().parameters());
            JsonOutput.counts(object, "drifts", report.drifts());
            JsonOutput.figures(object, "candidates", report.candidates());
            object.writeStringField("digest", learner.digest());
            object.writeNumberField("format", learner.format());
            JsonOutput.figures(object, report.figures());
            object.writeEndObject();
        }
        object.writeEndArray();
    }

    private static long sum(List<Committed> learners, ToLongFunction<LearnerReport> count) {
        return learners.stream().map(Committed::report).mapToLong(count).sum();
    }

    private static void print(Committed learner, PrintWriter out) {
        LearnerReport report = learner.report();
        out.printf("partition %d: %s%n", learner.partition(), report.task());
        out.printf(
                "  records     %d consumed = %d learned + %d predicted only + %d dead-lettered + %d tombstones%n",
                report.consumed(),
                report.learned(),
                report.predictedOnly(),
                report.deadLettered(),
                report.tombstones());
        if (report.deadLettered() > 0) {
            out.printf("  rejected    %s%n", report.deadLetters());
        }
        out.printf(
                "  model       %d features, %d classes, %d parameters%n",
                report.features(), report.classes(), report.training().parameters());
        out.printf("  metrics     %s%n", Table.figures(report.figures().metrics()));
        report.figures()
                .baselines()
                .forEach((name, figures) -> out.printf("  %-11s %s%n", name, Table.figures(figures)));
        if (!report.candidates().isEmpty()) {
            out.printf("  candidates  %s%n", Table.figures(report.candidates()));
        }
        out.printf("  drifts      %s%n", report.drifts());
        out.printf("  digest      %s%n", learner.digest());
    }
}
