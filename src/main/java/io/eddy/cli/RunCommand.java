package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cli.demo.EmbeddedKafka;
import io.eddy.cluster.KafkaClients;
import io.eddy.http.HttpEndpoints;
import io.eddy.problem.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.StreamsConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eddy run}: learns until it is stopped. */
@Command(
        name = "run",
        description = "Runs the learner against a broker, or with one of its own.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Option(
            names = "--embedded-kafka",
            arity = "0..1",
            paramLabel = "PORT",
            fallbackValue = "0",
            preprocessor = AttachedOnly.class,
            description =
                    "Starts a single-node KRaft broker in this process, on PORT or a free one; its data are kept under"
                            + " state.dir.")
    private Integer embeddedPort;

    @Option(
            names = "--reset",
            description =
                    "Forgets the stored model and starts a new one; the samples already consumed are not read again.")
    private boolean reset;

    @Spec
    private CommandSpec spec;

    private volatile EmbeddedKafka kafka;
    private String kernels;
    private volatile LearnerService service;
    private volatile HttpEndpoints http;
    private volatile RunDisplay display;

    @Override
    public Integer call() throws InterruptedException {
        LearnerConfig config = options.load();
        if (embeddedPort != null && (embeddedPort < 0 || embeddedPort > 65535)) {
            throw Problem.usage(
                    "--embedded-kafka=" + embeddedPort + " can't be",
                    "a port is a number from 1 to 65535",
                    "give another one, or none for one that is free");
        }
        kernels = LearnerConfig.kernels();
        Path data = dataDirectory(config);
        Runnable done = Terminal.onSignal(this::stop);
        try {
            if (embeddedPort != null) {
                kafka = EmbeddedKafka.start(data, embeddedPort);
                config = options.load(Map.of(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
            }
            service = new LearnerService(config);
            http = HttpEndpoints.start(config.http(), service);
            service.start(reset);
            announce(config);
            display = new RunDisplay(service, spec.commandLine().getOut());
            display.start();
            service.application().awaitEnd();
        } finally {
            done.run();
            stop();
        }
        service.application().failure().ifPresent(problem -> {
            throw problem;
        });
        return 0;
    }

    private static Path dataDirectory(LearnerConfig config) {
        String stateDirectory = KafkaClients.streamsConfig(config).getString(StreamsConfig.STATE_DIR_CONFIG);
        return Path.of(stateDirectory, "embedded-kafka", config.applicationId());
    }

    private synchronized void stop() {
        if (display != null) {
            display.close();
        }
        if (service != null) {
            service.close();
        }
        if (http != null) {
            http.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }

    private void announce(LearnerConfig config) {
        PrintWriter out = spec.commandLine().getOut();
        String bootstrap = KafkaClients.bootstrapServers(KafkaClients.streamsConfig(config));
        out.printf("%s learns %s%n", config.applicationId(), config.label());
        out.printf(
                "  kafka         %s%s%n",
                bootstrap, kafka == null ? "" : " (embedded, data in " + kafka.directory() + ")");
        out.printf("  samples       %s%n", config.samplesTopic());
        out.printf("  predictions   %s%n", config.predictionsTopic());
        out.printf("  dead letters  %s%n", config.deadLettersTopic());
        out.printf("  page          %s%n", http.url());
        out.printf(
                "  arithmetic    %s%n",
                kernels.equals("plain")
                        ? "plain loops; java @config/java.options -jar ... is faster"
                        : "the Vector API");
        out.flush();
    }

    /** Takes a value only behind an equals sign: in {@code --embedded-kafka CONFIG} the file is no port. */
    static final class AttachedOnly implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (!"=".equals(info.get("separator"))) {
                option.setValue(0);
                return true;
            }
            return false;
        }
    }
}
