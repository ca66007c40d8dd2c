package io.eddy.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eddy.LearnerConfig;
import io.eddy.cli.CommittedLearners.Committed;
import io.eddy.cluster.Examination;
import io.eddy.cluster.Finding;
import io.eddy.cluster.Finding.Level;
import io.eddy.learner.LearnerSnapshot;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eddy doctor}: what would go wrong. */
@Command(
        name = "doctor",
        description = "Looks at machine, brokers, topics and rights, and says what would go wrong and what to do;"
                + " exit code 1 if run would fail.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LearnerConfig config = options.load();
        List<Finding> findings = new ArrayList<>(Examination.findings(config, Clock.systemUTC()));
        if (findings.stream().noneMatch(DoctorCommand::isFailure)) {
            findings.add(model(config));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOutput.print(out, object -> write(findings, object));
        } else {
            findings.forEach(finding -> print(finding, out));
        }
        return findings.stream().anyMatch(DoctorCommand::isFailure) ? 1 : 0;
    }

    private static boolean isFailure(Finding finding) {
        return finding.level() == Level.FAILURE;
    }

    /** Whether the configuration is one that the stored model can go on with. */
    private static Finding model(LearnerConfig config) {
        try {
            List<Committed> models = CommittedLearners.read(config);
            String older = models.stream().anyMatch(model -> model.format() < LearnerSnapshot.VERSION)
                    ? "; an earlier Eddy wrote it, and can't read it any more after the first commit of this one"
                    : "";
            return Finding.ok(
                    "model",
                    models.isEmpty() ? "none is stored yet" : "fits, in " + models.size() + " partitions" + older);
        } catch (Problem e) {
            return Finding.failure("model", e.what() + ": " + e.why(), e.remedy());
        }
    }

    private static void print(Finding finding, PrintWriter out) {
        out.printf("%-8s %s: %s%n", level(finding), finding.subject(), finding.what());
        if (!finding.remedy().isEmpty()) {
            out.printf("%8s do: %s%n", "", finding.remedy());
        }
        out.flush();
    }

    private static void write(List<Finding> findings, JsonGenerator object) throws IOException {
        object.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            object.writeStartObject();
            object.writeStringField("level", level(finding));
            object.writeStringField("subject", finding.subject());
            object.writeStringField("what", finding.what());
            object.writeStringField("do", finding.remedy());
            object.writeEndObject();
        }
        object.writeEndArray();
    }

    private static String level(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }
}
