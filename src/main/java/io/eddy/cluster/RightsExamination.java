package io.eddy.cluster;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.streams.StreamsConfig;

/** What of {@link Access#RUN} this user may not do. */
final class RightsExamination {
    private static final String SUBJECT = "rights";

    private final KafkaClients clients;
    private final Admin admin;
    private final LearnerConfig config;

    RightsExamination(KafkaClients clients, Admin admin, LearnerConfig config) {
        this.clients = clients;
        this.admin = admin;
        this.config = config;
    }

    /** @param topics those that are there, by name: of others a broker says nothing */
    List<Finding> findings(Map<String, TopicDescription> topics) {
        List<Finding> findings = Access.RUN.rights(config).stream()
                .filter(right -> !isGranted(right, topics))
                .map(right -> Finding.failure(
                        SUBJECT, "this user lacks " + right, "grant it: kafka-acls.sh --add ... " + right.options()))
                .toList();
        return findings.isEmpty() ? List.of(Finding.ok(SUBJECT, "all that run needs")) : findings;
    }

    private boolean isGranted(Right right, Map<String, TopicDescription> topics) {
        String name = right.resource().name();
        if (right.resource().resourceType() == ResourceType.TOPIC) {
            return !topics.containsKey(name)
                    || topics.get(name).authorizedOperations().contains(right.operation());
        }
        return right.resource().resourceType() == ResourceType.GROUP
                ? groupRights(name).contains(right.operation())
                : mayBeginTransactions(name);
    }

    private Set<AclOperation> groupRights(String group) {
        try {
            Object protocol = config.streamsProperties().get(StreamsConfig.GROUP_PROTOCOL_CONFIG);
            return new ApplicationGroup(clients, admin, group)
                    .authorizedOperations("streams".equalsIgnoreCase(String.valueOf(protocol)));
        } catch (Problem e) {
            // that a group is not there yet is only said to who may see it; more can't be known of it
            return KafkaClients.refusal(e) instanceof GroupIdNotFoundException ? Set.of(AclOperation.READ) : Set.of();
        }
    }

    /** Only to try it says so; the broker forgets the name after a week. */
    private boolean mayBeginTransactions(String prefix) {
        try (Producer<byte[], byte[]> producer = clients.transactionalProducer(prefix + "doctor")) {
            producer.initTransactions();
            return true;
        } catch (AuthorizationException e) {
            return false;
        } catch (KafkaException e) {
            throw Problem.failure(
                    "transactions can't be begun",
                    String.valueOf(e.getMessage()),
                    "with fewer than three brokers set transaction.state.log.replication.factor and .min.isr to what there is",
                    e);
        }
    }
}
