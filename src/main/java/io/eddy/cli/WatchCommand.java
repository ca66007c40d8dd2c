package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.Topics;
import io.eddy.problem.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eddy watch}: committed predictions as they appear. */
@Command(
        name = "watch",
        description = "Shows live predictions; one JSON object a line when piped. Ends on Ctrl-C.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Option(names = "--from-beginning", description = "All that the topic holds, not only what comes from now on.")
    private boolean fromBeginning;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LearnerConfig config = options.load();
        KafkaClients clients = new KafkaClients(config);
        PrintWriter out = spec.commandLine().getOut();
        boolean interactive = Terminal.isInteractive();
        Runnable done = Terminal.onSignal(out::flush);
        try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
            String topic = config.predictionsTopic();
            boolean allIsNew = awaited(topic, new Topics(clients, config), clients);
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            if (fromBeginning || allIsNew) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            while (!Terminal.isClosed(out)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    String prediction = new String(record.value(), StandardCharsets.UTF_8);
                    out.println(
                            interactive ? record.partition() + "@" + record.offset() + "  " + prediction : prediction);
                }
            }
            // the reader of a pipe went away
            return 0;
        } catch (org.apache.kafka.common.KafkaException e) {
            throw Problem.failure("can't read the predictions", String.valueOf(e.getMessage()), "is the broker up?", e);
        } finally {
            done.run();
        }
    }

    /** Whether the topic was not there yet: who only reads makes none, but waits for the learner to do so. */
    private boolean awaited(String topic, Topics topics, KafkaClients clients) throws InterruptedException {
        try (Admin admin = clients.admin()) {
            if (topics.exists(admin, topic)) {
                return false;
            }
            PrintWriter err = spec.commandLine().getErr();
            err.printf("waiting for the topic %s, which is not there yet%n", topic);
            err.flush();
            while (!topics.exists(admin, topic)) {
                TimeUnit.MILLISECONDS.sleep(300);
            }
            return true;
        }
    }
}
