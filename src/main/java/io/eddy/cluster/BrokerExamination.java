package io.eddy.cluster;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.QuorumInfo;

/** The brokers themselves: how many, their features, their clock. */
final class BrokerExamination {
    private static final String TRANSACTIONS = "transaction.version";
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final Admin admin;

    BrokerExamination(KafkaClients clients, Admin admin) {
        this.clients = clients;
        this.admin = admin;
    }

    Finding nodes() {
        return Finding.ok(
                "brokers",
                clients.await(admin.describeCluster().nodes()).stream()
                        .map(node -> node.host() + ":" + node.port())
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    /** The version of a broker shows in the levels of its features only. */
    Finding features() {
        Map<String, FinalizedVersionRange> features =
                clients.await(admin.describeFeatures().featureMetadata()).finalizedFeatures();
        String levels = features.entrySet().stream()
                .map(feature -> feature.getKey() + "=" + feature.getValue().maxVersionLevel())
                .sorted()
                .collect(Collectors.joining(" "));
        FinalizedVersionRange transactions = features.get(TRANSACTIONS);
        if (transactions == null || transactions.maxVersionLevel() < 2) {
            return Finding.warning(
                    "features",
                    TRANSACTIONS + " is below 2: " + levels,
                    "kafka-features.sh upgrade --feature " + TRANSACTIONS
                            + "=2 keeps late messages of an ended producer"
                            + " out of transactions (KIP-890); before Kafka 4.0 upgrade the brokers first");
        }
        return Finding.ok("features", levels);
    }

    /** The leader of the controllers says when each replica last caught up with it: for itself, that is its now. */
    Finding clock(Clock clock) {
        long before = clock.millis();
        QuorumInfo quorum = clients.await(admin.describeMetadataQuorum().quorumInfo());
        long after = clock.millis();
        OptionalLong theirs = quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .flatMapToLong(voter -> voter.lastCaughtUpTimestamp().stream())
                .findFirst();
        if (theirs.isEmpty()) {
            return Finding.warning(
                    "clock", "the controllers do not say what time it is", "compare the clocks yourself");
        }
        long apart = Math.max(theirs.getAsLong() - after, before - theirs.getAsLong());
        return apart > CLOCKS_APART.toMillis()
                ? Finding.warning(
                        "clock",
                        "this machine's and the controller's are " + apart / 1000 + " s apart",
                        "let both follow NTP: a sample may be an hour ahead of either, and times in metrics are off")
                : Finding.ok("clock", "agrees with the controller's to within " + CLOCKS_APART.toSeconds() + " s");
    }
}
