package io.eddy.cluster;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeStreamsGroupsOptions;
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
                ? !clients.await(admin.describeStreamsGroups(List.of(id))
                                .describedGroups()
                                .get(id))
                        .members()
                        .isEmpty()
                : !clients.await(admin.describeConsumerGroups(List.of(id))
                                .describedGroups()
                                .get(id))
                        .members()
                        .isEmpty();
    }

    /** What this user may do with it. */
    Set<AclOperation> authorizedOperations(boolean streamsProtocol) {
        return streamsProtocol
                ? clients.await(admin.describeStreamsGroups(
                                        List.of(id),
                                        new DescribeStreamsGroupsOptions().includeAuthorizedOperations(true))
                                .describedGroups()
                                .get(id))
                        .authorizedOperations()
                : clients.await(admin.describeConsumerGroups(
                                        List.of(id),
                                        new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                                .describedGroups()
                                .get(id))
                        .authorizedOperations();
    }
}
