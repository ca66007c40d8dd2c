package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cli.demo.EmbeddedKafka;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.StreamsConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            description =
                    "Starts a single-node KRaft broker in this process, on PORT or a free one; its data are kept under"
                            + " state.dir.")
    private Integer embeddedPort;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LearnerConfig config = options.load();
        EmbeddedKafka kafka = embeddedPort == null ? null : EmbeddedKafka.start(dataDirectory(config), embeddedPort);
        if (kafka != null) {
            config = options.load(Map.of(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
        }
        LearnerService service;
        try {
            service = LearnerService.start(config);
        } catch (RuntimeException e) {
            close(null, kafka);
            throw e;
        }
        Runnable done = Terminal.onSignal(() -> close(service, kafka));
        announce(config, service, kafka);
        service.application().awaitEnd();
        done.run();
        var failure = service.application().failure();
        close(service, kafka);
        failure.ifPresent(problem -> {
            throw problem;
        });
        return 0;
    }

    private static Path dataDirectory(LearnerConfig config) {
        Object stateDirectory = new StreamsConfig(config.streamsProperties()).getString(StreamsConfig.STATE_DIR_CONFIG);
        return Path.of(stateDirectory.toString(), "embedded-kafka", config.applicationId());
    }

    private static void close(LearnerService service, EmbeddedKafka kafka) {
        if (service != null) {
            service.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }

    private void announce(LearnerConfig config, LearnerService service, EmbeddedKafka kafka) {
        PrintWriter out = spec.commandLine().getOut();
        Object bootstrap = config.streamsProperties().get(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG);
        out.printf("%s learns %s%n", config.applicationId(), config.label());
        out.printf(
                "  kafka         %s%s%n",
                bootstrap, kafka == null ? "" : " (embedded, data in " + kafka.directory() + ")");
        out.printf("  samples       %s%n", config.samplesTopic());
        out.printf("  predictions   %s%n", config.predictionsTopic());
        out.printf("  dead letters  %s%n", config.deadLettersTopic());
        out.printf("  page          %s%n", service.url());
        out.flush();
    }
}
