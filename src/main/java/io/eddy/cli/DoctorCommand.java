package io.eddy.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eddy.LearnerConfig;
import io.eddy.cluster.Examination;
import io.eddy.cluster.Finding;
import io.eddy.cluster.Finding.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
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
        List<Finding> findings = Examination.findings(config, Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOutput.print(out, object -> write(findings, object));
        } else {
            findings.forEach(finding -> print(finding, out));
        }
        return findings.stream().anyMatch(finding -> finding.level() == Level.FAILURE) ? 1 : 0;
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
