package io.eddy.cli;

import io.eddy.learner.LearnerSnapshot;
import io.eddy.problem.Problem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code java -jar eddy.jar COMMAND}. */
@Command(
        name = "eddy",
        description = "A neural network that learns inside Kafka Streams, one record at a time, exactly once.",
        mixinStandardHelpOptions = true,
        versionProvider = Eddy.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed while running", "2:wrong usage or configuration"},
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            DemoLearnerCommand.class,
            SendCommand.class,
            WatchCommand.class,
            BacktestCommand.class,
            InspectCommand.class,
            GenerateCommand.class,
            TopicsCommand.class,
            AclsCommand.class,
            DoctorCommand.class
        })
public final class Eddy implements Runnable {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Shows the stack trace of an error.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs one command; returns its exit code. */
    static int execute(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        Eddy eddy = new Eddy();
        CommandLine command = new CommandLine(eddy);
        command.setExecutionExceptionHandler(eddy::report);
        command.setParameterExceptionHandler(Eddy::reportUsage);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        return command;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private int report(Exception error, CommandLine command, CommandLine.ParseResult parsed) {
        Problem problem = error instanceof Problem known
                ? known
                : Problem.failure(
                        command.getCommandName() + " failed",
                        error.getClass().getSimpleName() + ": " + error.getMessage(),
                        "run it again with --verbose to see where; if it is a fault of Eddy's, please report it",
                        error);
        command.getErr().println(problem.report());
        if (verbose) {
            error.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return problem.exitCode();
    }

    private static int reportUsage(ParameterException error, String[] args) {
        PrintWriter err = error.getCommandLine().getErr();
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        err.println(Problem.usage("wrong usage of " + command, message, command + " --help shows what it takes")
                .report());
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Eddy.class.getPackage().getImplementationVersion();
            return new String[] {
                "eddy " + (version == null ? "(from classes)" : version) + ", stored models of format "
                        + LearnerSnapshot.VERSION
            };
        }
    }
}
