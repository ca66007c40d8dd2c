package io.eddy.cluster;

import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** One right: an operation on what a name or the beginning of names stands for. */
public record Right(AclOperation operation, ResourcePattern resource) {
    static Right topic(AclOperation operation, String name) {
        return literal(operation, ResourceType.TOPIC, name);
    }

    static Right group(AclOperation operation, String name) {
        return literal(operation, ResourceType.GROUP, name);
    }

    static Right cluster(AclOperation operation) {
        return literal(operation, ResourceType.CLUSTER, "kafka-cluster");
    }

    static Right transactionsFrom(String prefix) {
        return new Right(
                AclOperation.WRITE, new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED));
    }

    private static Right literal(AclOperation operation, ResourceType type, String name) {
        return new Right(operation, new ResourcePattern(type, name, PatternType.LITERAL));
    }

    /** {@code Write on topic eddy-predictions}, {@code Write on transactional id eddy-*}. */
    @Override
    public String toString() {
        return operationName() + " on "
                + resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + resource.name()
                + (resource.patternType() == PatternType.PREFIXED ? "*" : "");
    }

    /** What {@code kafka-acls.sh --add} takes for it. */
    public String options() {
        String type = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String name = resource.resourceType() == ResourceType.CLUSTER ? "" : " '" + resource.name() + "'";
        String pattern = resource.patternType() == PatternType.LITERAL ? "" : " --resource-pattern-type prefixed";
        return "--operation " + operationName() + " --" + type + name + pattern;
    }

    /** {@code DescribeConfigs}. */
    private String operationName() {
        StringBuilder name = new StringBuilder();
        for (String word : operation.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
