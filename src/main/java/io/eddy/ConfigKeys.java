package io.eddy;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import io.eddy.wire.SampleFormat;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Every key that is Eddy's own, declared once: type, default, validator, documentation. The README's table is made of it. */
final class ConfigKeys {
    static final String APPLICATION_ID = "application.id";
    static final String LABEL = "eddy.label";
    static final String TASK = "eddy.task";
    static final String SAMPLES = "eddy.topic.samples";
    static final String PREDICTIONS = "eddy.topic.predictions";
    static final String DEAD_LETTERS = "eddy.topic.dead.letters";
    static final String FORMAT = "eddy.format";
    static final String CSV_HEADER = "eddy.csv.header";
    static final String PARTITIONS = "eddy.topic.partitions";
    static final String REPLICATION = "eddy.topic.replication.factor";
    static final String IGNORE = "eddy.features.ignore";
    static final String TYPES = "eddy.features.types";
    static final String LAGS = "eddy.features.lags";
    static final String LAGS_BY = "eddy.features.lags.by";
    static final String FEATURES_MAX = "eddy.features.max";
    static final String CLASSES_MAX = "eddy.classes.max";
    static final String CLASS_WEIGHTS = "eddy.class.weights";
    static final String SAMPLE_MAX = "eddy.sample.max.bytes";
    static final String MODEL = "eddy.model";
    static final String SEED = "eddy.seed";

    private static final int LONGEST_NAME = 249; // of Kafka's topics
    private static final int LONGEST_PREFIX = 226; // of the changelog's, among others

    static final ConfigDef DEFINITION = new ConfigDef();

    static {
        topicName(
                APPLICATION_ID,
                "eddy",
                LONGEST_PREFIX,
                HIGH,
                "Kafka Streams' own: consumer group, state directory and prefix of the topics.");
        define(
                LABEL,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                new NonEmptyString(),
                HIGH,
                "The label's field; dots reach into nested objects.");
        choice(
                TASK,
                "auto",
                HIGH,
                "What is learned; auto: the first label decides, a string or boolean is a class, a number"
                        + " a number.",
                "auto",
                "classification",
                "regression");
        topicName(
                SAMPLES, null, LONGEST_NAME, MEDIUM, "Where samples come from; by default `<application.id>-samples`.");
        topicName(
                PREDICTIONS,
                null,
                LONGEST_NAME,
                MEDIUM,
                "Where predictions go; by default `<application.id>-predictions`.");
        topicName(
                DEAD_LETTERS,
                null,
                LONGEST_NAME,
                MEDIUM,
                "Where rejected samples go; by default `<application.id>-dead-letters`.");
        choice(
                FORMAT,
                "auto",
                MEDIUM,
                "What the samples' values are, see \"Formats\"; auto: one of the JSON ones, each record by its members.",
                NetworkKeys.names(SampleFormat.values()));
        define(
                CSV_HEADER,
                ConfigDef.Type.LIST,
                "",
                null,
                MEDIUM,
                "The columns' names with eddy.format=csv, comma separated.");
        define(
                PARTITIONS,
                ConfigDef.Type.INT,
                1,
                Range.atLeast(1),
                MEDIUM,
                "Partitions of the samples topic where Eddy has to create it. Each partition learns a model of its own.");
        define(
                REPLICATION,
                ConfigDef.Type.SHORT,
                (short) -1,
                Range.atLeast(-1),
                MEDIUM,
                "Replicas of topics that Eddy creates; -1: the broker's default.");
        define(IGNORE, ConfigDef.Type.LIST, "", null, MEDIUM, "Fields that are never features, comma separated.");
        define(
                TYPES,
                ConfigDef.Type.LIST,
                "",
                new FieldTypes(),
                MEDIUM,
                "What fields are where their values should not decide, comma separated: `zip:categorical,posted:time`;"
                        + " number, categorical, time or text.");
        define(
                LAGS,
                ConfigDef.Type.INT,
                3,
                Range.between(0, 20),
                MEDIUM,
                "How many labels before are inputs, too; 0 for none. With eddy.model=network only where it is given.");
        choice(
                LAGS_BY,
                "partition",
                MEDIUM,
                "Whose labels these are, and whose last one no change repeats: those before in the partition, or those of the same record key.",
                "partition",
                "key");
        define(
                FEATURES_MAX,
                ConfigDef.Type.INT,
                10_000,
                Range.between(1, 10_000_000),
                LOW,
                "Inputs of their own that fields, categories and labels before may have; later categories share 256 by hash.");
        define(
                CLASSES_MAX,
                ConfigDef.Type.INT,
                1_000,
                Range.between(2, 100_000),
                LOW,
                "Classes that a model may have; a sample of one more is dead-lettered.");
        choice(
                CLASS_WEIGHTS,
                "none",
                MEDIUM,
                "What a sample weighs when it is learned from; balanced: the more the rarer its class was so far, at most"
                        + " 20, so that rare classes are answered, too.",
                "none",
                "balanced");
        define(
                SAMPLE_MAX,
                ConfigDef.Type.INT,
                1_000_000,
                Range.between(2, 8 * 1_000_000),
                LOW,
                "The longest record that is accepted, key, headers and value, in bytes; a longer one is dead-lettered."
                        + " So is a sample whose answer would be longer than that and a megabyte.");
        choice(
                MODEL,
                "auto",
                HIGH,
                "auto: a pool of networks that finds out by itself which of them to follow; network: the one that the keys below"
                        + " describe.",
                "auto",
                "network");
        NetworkKeys.define();
        define(SEED, ConfigDef.Type.LONG, 1L, null, LOW, "Of the initial weights.");
        HttpKeys.define();
    }

    private ConfigKeys() {}

    static void define(
            String key, ConfigDef.Type type, Object def, Validator valid, Importance importance, String doc) {
        DEFINITION.define(key, type, def, valid, importance, doc);
    }

    private static void topicName(String key, String def, int longest, Importance importance, String doc) {
        define(key, ConfigDef.Type.STRING, def, new TopicName(longest), importance, doc);
    }

    static void choice(String key, String def, Importance importance, String doc, String... valid) {
        define(key, ConfigDef.Type.STRING, def, ValidString.in(valid), importance, doc);
    }

    /** Whole numbers from 1, comma separated; none at all is fine. */
    static final class Sizes implements Validator {
        @Override
        public void ensureValid(String name, Object value) {
            for (Object size : (Iterable<?>) value) {
                if (!size.toString().matches("[1-9][0-9]{0,5}")) {
                    throw new ConfigException(name, value, "each must be a whole number from 1 to 999999");
                }
            }
        }

        @Override
        public String toString() {
            return "whole numbers from 1";
        }
    }
}
