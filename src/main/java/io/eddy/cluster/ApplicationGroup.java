package io.eddy.cluster;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeStreamsGroupsOptions;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.acl.AclOperation;

/** The group that the instances of an application are members of: of consumers, or of the streams protocol (KIP-1071). */
public record ApplicationGroup(KafkaClients clients, Admin admin, String id) {
    /** Whether an instance is a member. */
    public boolean isActive() {
        return clients.await(admin.listGroups().valid()).stream()
                .filter(listing -> listing.groupId().equals(id))
                .anyMatch(listing -> isActive(listing.type().orElse(GroupType.CLASSIC)));
    }

    private boolean isActive(GroupType type) {
        return type == GroupType.STREAMS
                ? !ofStreams().members().isEmpty()
                : !ofConsumers().members().isEmpty();
    }

    /** What this user may do with it. */
    Set<AclOperation> authorizedOperations(boolean streamsProtocol) {
        return streamsProtocol
                ? ofStreams().authorizedOperations()
                : ofConsumers().authorizedOperations();
    }

    private StreamsGroupDescription ofStreams() {
        var options = new DescribeStreamsGroupsOptions().includeAuthorizedOperations(true);
        return clients.await(admin.describeStreamsGroups(List.of(id), options)
                .describedGroups()
                .get(id));
    }

    private ConsumerGroupDescription ofConsumers() {
        var options = new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
        return clients.await(admin.describeConsumerGroups(List.of(id), options)
                .describedGroups()
                .get(id));
    }
}
