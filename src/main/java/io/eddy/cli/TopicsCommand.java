package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.cluster.KafkaClients;
import io.eddy.cluster.TopicState;
import io.eddy.cluster.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eddy topics}: the application's topics. */
@Command(
        name = "topics",
        description = "Shows the application's topics, the learner's changelog too, with what is set for them.",
        mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {
    private static final List<Integer> WIDTHS = List.of(-40, 10, 8, -1);

    @Mixin
    private ConfigOptions options;

    @Option(
            names = "--create",
            description = "Makes those that are missing, so that run needs no right to; what is there is not changed.")
    private boolean create;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LearnerConfig config = options.load();
        KafkaClients clients = new KafkaClients(config);
        Topics topics = new Topics(clients, config);
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = clients.admin()) {
            if (create) {
                topics.createAll(admin);
            }
            Map<String, TopicState> states = topics.states(admin);
            out.println(Table.line(WIDTHS, List.of("topic", "partitions", "replicas", "settings")));
            for (String name : Topics.names(config)) {
                out.println(Table.line(WIDTHS, cells(name, states.get(name))));
            }
        }
        out.flush();
        return 0;
    }

    private static List<String> cells(String name, TopicState state) {
        return state == null
                ? List.of(name, "missing", "", "")
                : List.of(
                        name,
                        Integer.toString(state.partitions()),
                        Integer.toString(state.replicas()),
                        state.given().entrySet().stream()
                                .map(Map.Entry::toString)
                                .collect(Collectors.joining(" ")));
    }
}
