package io.eddy.cluster;

import io.eddy.LearnerConfig;
import io.eddy.cluster.Finding.Level;
import io.eddy.problem.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/** Whether an application could run as it is configured, here and now. Nothing is changed by it. */
public final class Examination {
    private Examination() {}

    /**
     * All that was looked at, good or bad.
     *
     * @param clock this machine's
     * @throws Problem if no broker answers
     */
    public static List<Finding> findings(LearnerConfig config, Clock clock) {
        KafkaClients clients = new KafkaClients(config);
        MachineExamination machine = new MachineExamination(config);
        List<Finding> findings = new ArrayList<>(List.of(machine.stateDirectory(), machine.port()));
        try (Admin admin = clients.admin()) {
            BrokerExamination brokers = new BrokerExamination(clients, admin);
            TopicsExamination topics = new TopicsExamination(clients, admin, config);
            RightsExamination rights = new RightsExamination(clients, admin, config);
            findings.add(brokers.nodes());
            findings.add(brokers.features());
            findings.addAll(guarded("clock", Level.WARNING, () -> List.of(brokers.clock(clock))));
            findings.addAll(topics.findings());
            findings.addAll(guarded("rights", Level.FAILURE, () -> rights.findings(topics.seen())));
        }
        return findings;
    }

    /** A problem of an examination is what it found. */
    static List<Finding> guarded(String subject, Level level, Supplier<List<Finding>> examination) {
        try {
            return examination.get();
        } catch (Problem e) {
            return List.of(new Finding(level, subject, e.what() + ": " + e.why(), e.remedy()));
        }
    }
}
