package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cli.demo.WheatKernels;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.Topics;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eddy generate}: the demo's stream to any broker. */
@Command(
        name = "generate",
        description = "Sends the demo's endless stream of wheat kernels (label: variety) to the samples topic.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Option(names = "--rate", paramLabel = "N", description = "Kernels a second. Default: ${DEFAULT-VALUE}.")
    private double rate = 100;

    @Option(names = "--samples", paramLabel = "N", description = "Ends after so many; endless if not given.")
    private long samples = Long.MAX_VALUE;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Pace pace = new Pace(rate);
        Pace.requireSome(samples);
        LearnerConfig config = options.load();
        config.requirePlainJson();
        KafkaClients clients = new KafkaClients(config);
        new Topics(clients, config).ensure(config.samplesTopic());
        WheatKernels kernels = new WheatKernels(config.learnerSettings().seed());
        try (Producer<byte[], byte[]> producer = clients.producer()) {
            Runnable done = Terminal.onSignal(() -> producer.close(Duration.ofSeconds(5)));
            try {
                Delivery delivery = new Delivery(producer, config.samplesTopic());
                while (kernels.passed() < samples) {
                    pace.await();
                    delivery.send(null, kernels.next());
                }
                delivery.complete();
            } finally {
                done.run();
            }
        }
        spec.commandLine().getOut().printf("%d kernels sent to %s%n", kernels.passed(), config.samplesTopic());
        return 0;
    }
}
