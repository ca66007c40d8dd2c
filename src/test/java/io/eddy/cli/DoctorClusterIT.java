package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.it.KafkaCluster;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eddy doctor} where brokers and replicas do not fit each other. */
class DoctorClusterIT {
    @TempDir
    private Path folder;

    /** Three brokers, each of which learns of a change in its own time, where a record counts when two have it. */
    @Test
    void replicasThatDoNotFit() throws Exception {
        String[] replicated = {"--set", "eddy.topic.replication.factor=3"};
        try (KafkaCluster three = KafkaCluster.ofThree(folder)) {
            EddyOnKafka eddy = new EddyOnKafka(folder, three.bootstrapServers());
            eddy.run("topics", "one-replica", "--create");
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(eddy.run("doctor", "one-replica").out())
                                    .contains(
                                            "failure  topic one-replica-samples: min.insync.replicas=2: nothing can be written")
                                    .contains("warning  topic one-replica-samples: 1 replica on 3 brokers"));
            eddy.run("topics", "three-replicas", "--create", replicated[0], replicated[1]);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(eddy.run("doctor", "three-replicas", replicated)
                                    .out()
                                    .lines())
                            .isNotEmpty()
                            .allMatch(line -> line.startsWith("ok ")));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", three.bootstrapServers()))) {
                EddyOnKafka.alter(admin, EddyOnKafka.topic("three-replicas-predictions"), "min.insync.replicas", "1");
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(eddy.run("doctor", "three-replicas", replicated)
                                    .out())
                            .contains("warning  topic three-replicas-predictions: min.insync.replicas=1"));
        }
    }

    /** One broker, and the log of transactions wants three. */
    @Test
    void transactionsThatCannotBegin() throws Exception {
        Map<String, String> settings = Map.of("transaction.state.log.replication.factor", "3");
        try (KafkaCluster one = KafkaCluster.single(folder, settings)) {
            EddyOnKafka.Result doctor = new EddyOnKafka(folder, one.bootstrapServers()).run("doctor", "made");
            assertThat(doctor.exitCode()).isEqualTo(1);
            assertThat(doctor.out())
                    .contains("failure  rights: transactions can't be begun")
                    .contains("transaction.state.log.replication.factor");
        }
    }
}
