package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cluster.Access;
import io.eddy.cluster.KafkaClients;
import io.eddy.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eddy acls}: what to grant. */
@Command(
        name = "acls",
        description = "Prints the commands of kafka-acls.sh that grant a user the rights that he needs, and no others.",
        mixinStandardHelpOptions = true)
final class AclsCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Option(names = "--principal", required = true, paramLabel = "User:NAME", description = "Whom to grant them.")
    private String principal;

    @Parameters(
            index = "1..*",
            paramLabel = "FOR",
            description = "Of these only, and not of all, one after the other: ${COMPLETION-CANDIDATES}.")
    private List<Access> accesses = List.of(Access.values());

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LearnerConfig config = options.load();
        if (!principal.matches("\\w+:[^']+")) {
            throw Problem.usage(
                    "--principal " + principal + " can't be",
                    "a principal of Kafka's is a type, a colon and a name",
                    "give --principal User:NAME, without quotation marks");
        }
        String bootstrap = KafkaClients.bootstrapServers(KafkaClients.streamsConfig(config));
        PrintWriter out = spec.commandLine().getOut();
        for (Access access : accesses) {
            out.printf("# %s%n", access.meaning());
            access.rights(config)
                    .forEach(right -> out.printf(
                            "kafka-acls.sh --bootstrap-server %s --add --allow-principal '%s' %s%n",
                            bootstrap, principal, right.options()));
        }
        out.flush();
        return 0;
    }
}
