package io.eddy.store;

import io.eddy.learner.LearnerSettings;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds {@link LearnerStore}s over Kafka Streams' persistent key-value store, with a changelog topic that stays short. */
public final class LearnerStoreBuilder implements StoreBuilder<LearnerStore> {
    /** The name of the store; its changelog is {@code <application.id>-eddy-learner-changelog}. */
    public static final String NAME = "eddy-learner";

    /**
     * Every commit writes the whole learner anew, so almost all of the topic is old at any time: small segments and eager
     * compaction keep restoration bounded by the model's size. The time of appending is used because a sample's own may be
     * one that a broker refuses.
     */
    public static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(16 * 1024 * 1024),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.1",
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime");

    private final LearnerSettings settings;
    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> inner;

    public LearnerStoreBuilder(LearnerSettings settings) {
        this.settings = settings;
        this.inner = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }

    /** The changelog topic of an application. */
    public static String changelogTopic(String applicationId) {
        return applicationId + "-" + NAME + "-changelog";
    }

    @Override
    public LearnerStore build() {
        return new LearnerStore(inner.build(), settings);
    }

    /** Changes nothing: the live learner is the cache. */
    @Override
    public StoreBuilder<LearnerStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<LearnerStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<LearnerStore> withLoggingEnabled(Map<String, String> config) {
        inner.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<LearnerStore> withLoggingDisabled() {
        inner.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return inner.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return inner.loggingEnabled();
    }

    @Override
    public String name() {
        return NAME;
    }
}
