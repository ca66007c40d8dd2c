package io.eddy.cluster;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.TopicDescription;

/** A topic as the broker has it, with all its settings. */
public record TopicState(TopicDescription description, Config config) {
    String name() {
        return description.name();
    }

    public int partitions() {
        return description.partitions().size();
    }

    /** Of its first partition. */
    public int replicas() {
        return description.partitions().get(0).replicas().size();
    }

    /** A setting, the broker's default where the topic has none of its own. */
    String get(String key) {
        return config.get(key).value();
    }

    /** A setting that is a number. */
    long number(String key) {
        return Long.parseLong(get(key));
    }

    /** The settings that the topic has of its own, by name. */
    public Map<String, String> given() {
        Map<String, String> given = new TreeMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                given.put(entry.name(), entry.value());
            }
        }
        return given;
    }
}
