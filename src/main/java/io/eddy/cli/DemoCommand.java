package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cli.demo.EmbeddedKafka;
import io.eddy.cli.demo.WheatKernels;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.Topics;
import io.eddy.http.HttpEndpoints;
import io.eddy.problem.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.StreamsConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eddy demo}: all of it with nothing given; the learner in a process of its own, so that it can be killed. */
@Command(
        name = "demo",
        description = "Starts a broker, a stream, the learner and the page, and shows what is learned. Ends on Ctrl-C.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "FILE.csv", description = "Streams this file instead of the wheat kernels.")
    private Path data;

    @Option(names = "--label", paramLabel = "L", description = "The label's column in the file.")
    private String label;

    @Option(names = "--samples", paramLabel = "N", description = "Ends after so many samples.")
    private Long samples;

    @Option(names = "--rate", paramLabel = "N", description = "Samples a second. Default: ${DEFAULT-VALUE}.")
    private double rate = 500;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets one key. Can be given several times.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if ((data == null) != (label == null)) {
            throw Problem.usage(
                    "--data and --label go together",
                    data == null ? "--label is given alone" : "--data is given alone",
                    "give both, or neither for the wheat kernels");
        }
        Pace.requireRate(rate);
        Pace.requireSome(samples);
        // read when the first logger is made, which is after this
        System.getProperties().putIfAbsent("eddy.log.level", "WARN");
        Parts parts = new Parts();
        Runnable done = Terminal.onSignal(parts::stopWithSummary);
        try {
            parts.run();
            return 0;
        } finally {
            done.run();
            parts.stop();
        }
    }

    /** What runs, in the order in which it is started; stopped by the command's end or by a signal, at any time. */
    private final class Parts {
        private final DemoFolder folder = DemoFolder.create();
        private volatile EmbeddedKafka kafka;
        private volatile DemoLearner learner;
        private volatile HttpEndpoints http;
        private volatile DemoTable table;

        void run() throws InterruptedException {
            kafka = EmbeddedKafka.start(folder.path().resolve("kafka"), 0);
            Map<String, String> last = new LinkedHashMap<>(overrides);
            last.put("eddy.topic.partitions", "1"); // the table is of one model
            Map<String, String> keys = defaults(folder, kafka);
            keys.putAll(last);
            LearnerConfig config = ConfigOptions.assemble(keys, Map.of(), Map.of());
            config.requirePlainJson();
            DemoStream stream = DemoStream.of(data, config, rate, samples);
            new Topics(new KafkaClients(config), config).ensure();
            learner = new DemoLearner(config, folder.write("eddy.properties", keys));
            learner.start();
            http = HttpEndpoints.start(config.http(), learner, learner);
            PrintWriter out = spec.commandLine().getOut();
            table = new DemoTable(learner, stream, out);
            out.printf("kafka %s   page %s%n", kafka.bootstrapServers(), http.url());
            out.flush();
            stream.start();
            table.follow();
            table.summary();
        }

        void stopWithSummary() {
            if (table != null) {
                table.summary();
            }
            stop();
        }

        synchronized void stop() {
            if (table != null) {
                table.close();
            }
            if (learner != null) {
                learner.close();
            }
            if (http != null) {
                http.close();
            }
            if (kafka != null) {
                kafka.close();
            }
            folder.delete();
        }
    }

    private Map<String, String> defaults(DemoFolder folder, EmbeddedKafka kafka) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("application.id", "eddy-demo");
        defaults.put("eddy.label", label == null ? WheatKernels.LABEL : label);
        defaults.put("eddy.http.port", "0");
        defaults.put(
                StreamsConfig.STATE_DIR_CONFIG, folder.path().resolve("state").toString());
        defaults.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        return defaults;
    }
}
