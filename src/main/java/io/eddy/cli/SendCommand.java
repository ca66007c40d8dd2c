package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.Topics;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eddy send}: the rows of a file to the samples topic. */
@Command(
        name = "send",
        description =
                "Sends the rows of a CSV file (.gz too) to the samples topic; returns when the broker has all of them.",
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Parameters(index = "1", paramLabel = "FILE.csv", description = "CSV with a header line.")
    private Path file;

    @Option(names = "--rate", paramLabel = "N", description = "Rows a second; as fast as it goes if not given.")
    private Double rate;

    @Mixin
    private PassOptions passes;

    @Option(names = "--key", paramLabel = "COLUMN", description = "The column whose cells become the records' keys.")
    private String key;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Pace pace = new Pace(rate);
        LearnerConfig config = options.load();
        config.requirePlainJson();
        CsvSamples samples = new CsvSamples(file, key);
        if (!samples.hasColumn(config.label())) {
            spec.commandLine()
                    .getErr()
                    .printf("note: %s has no column %s, so its rows will only be predicted%n", file, config.label());
        }
        KafkaClients clients = new KafkaClients(config);
        new Topics(clients, config).ensure(config.samplesTopic());
        long sent = send(samples, clients, config.samplesTopic(), pace);
        spec.commandLine().getOut().printf("%d rows sent to %s%n", sent, config.samplesTopic());
        return 0;
    }

    private long send(CsvSamples samples, KafkaClients clients, String topic, Pace pace) throws InterruptedException {
        try (Producer<byte[], byte[]> producer = clients.producer();
                ProgressBar progress = Progress.bar(samples.count() * passes.repeat())) {
            Delivery delivery = new Delivery(producer, topic);
            samples.forEach(passes.repeat(), passes.shuffle(), row -> {
                pace.await();
                delivery.send(row.key(), row.sample());
                progress.step();
            });
            delivery.complete();
            return progress.getCurrent();
        }
    }
}
