package io.eddy;

import io.eddy.feature.FeatureSettings;
import io.eddy.feature.Scaling;
import io.eddy.learner.LearnerSettings;
import io.eddy.model.LossChoice;
import io.eddy.model.PoolSettings;
import io.eddy.model.Task;
import io.eddy.network.KernelChoice;
import io.eddy.problem.Problem;
import io.eddy.wire.SampleDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * A checked configuration. Keys that begin with {@code eddy.} are Eddy's own, the README lists them; every other key goes
 * to Kafka Streams and its clients as it is.
 */
public final class LearnerConfig {
    private static final String OURS = "eddy.";
    private static final String PROVIDERS = AbstractConfig.CONFIG_PROVIDERS_CONFIG;
    private static final int ANY_TOPIC_TAKES = 1_000_000; // bytes, by Kafka's default
    private final Map<String, Object> values;
    private final Map<String, String> kafka = new HashMap<>();
    private final Set<String> given;
    private final FormatConfig format;

    private LearnerConfig(Map<String, String> properties) {
        properties.forEach((key, value) -> {
            if (value == null) {
                throw Problem.usage(
                        key + " is null", "a configuration's values are text", "leave the key out for its default");
            }
            if (!key.startsWith(OURS)) {
                kafka.put(key, value);
            } else if (!ConfigKeys.DEFINITION.configKeys().containsKey(key)) {
                throw Problem.usage(
                        "unknown key " + key,
                        "keys that begin with eddy. are Eddy's own, and this is none of them",
                        "did you mean " + Spelling.nearest(key, ConfigKeys.DEFINITION.names()) + "?");
            }
        });
        given = Set.copyOf(properties.keySet());
        values = parse(properties);
        requireFittingLoss();
        requireThreeTopics();
        format = FormatConfig.of(text(ConfigKeys.FORMAT), list(ConfigKeys.CSV_HEADER));
        learnerSettings();
        http();
    }

    /**
     * Checks and takes a configuration.
     *
     * @throws Problem with exit code 2 that names the key, what is wrong with it, and what to do
     */
    public static LearnerConfig of(Map<String, String> properties) {
        return new LearnerConfig(properties);
    }

    /** Every key of Eddy's own with type, default, validator and documentation; a copy. */
    public static ConfigDef definition() {
        return new ConfigDef(ConfigKeys.DEFINITION);
    }

    private static Map<String, Object> parse(Map<String, String> properties) {
        if (properties.getOrDefault(ConfigKeys.LABEL, "").isBlank()) {
            throw Problem.usage(
                    "eddy.label is missing",
                    "it is the one key without a default: the field of a sample that is to be predicted",
                    "add a line eddy.label=FIELD to the configuration, or --set eddy.label=FIELD");
        }
        try {
            return new HashMap<>(new AbstractConfig(ConfigKeys.DEFINITION, resolvable(properties), false).values());
        } catch (ConfigException e) {
            String message = e.getMessage();
            int colon = message.indexOf(": ");
            throw Problem.usage(
                    colon < 0 ? message : message.substring(0, colon),
                    colon < 0 ? "it is not of the key's type" : message.substring(colon + 2),
                    "set it to a value that the README's table of keys allows, or remove it for the default");
        }
    }

    /** Eddy's own keys, and what Kafka looks secrets up with; what it finds for its own keys is none of our business. */
    private static Map<String, String> resolvable(Map<String, String> properties) {
        Map<String, String> ours = new HashMap<>(properties);
        ours.keySet()
                .removeIf(key -> !ConfigKeys.DEFINITION.configKeys().containsKey(key) && !key.startsWith(PROVIDERS));
        return ours;
    }

    private void requireFittingLoss() {
        Optional<Task> task = task();
        if (task.isPresent() && !loss().fits(task.get())) {
            throw Problem.usage(
                    "eddy.loss=" + text(NetworkKeys.LOSS) + " does not fit eddy.task=" + text(ConfigKeys.TASK),
                    "cross-entropy and logistic compare probabilities of classes, huber distances of numbers",
                    "use eddy.loss=auto or squared, or the other task");
        }
    }

    /** An answer among the samples would be answered, and so for ever. */
    private void requireThreeTopics() {
        List<String> topics = List.of(samplesTopic(), predictionsTopic(), deadLettersTopic());
        if (Set.copyOf(topics).size() < topics.size()) {
            throw Problem.usage(
                    "samples, predictions and dead letters need a topic each",
                    "they would go to " + String.join(", ", topics),
                    "set eddy.topic.samples, eddy.topic.predictions and eddy.topic.dead.letters to different names");
        }
    }

    /** What is legal but probably not what was meant, one sentence each. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!text(ConfigKeys.MODEL).equals("network")) {
            NetworkKeys.ALL.stream()
                    .filter(given::contains)
                    .map(key -> key + " has no effect with eddy.model=auto; set eddy.model=network to use it")
                    .forEach(warnings::add);
        }
        boolean lagged =
                given.contains(ConfigKeys.LAGS) || !text(ConfigKeys.MODEL).equals("network");
        if (given.contains(ConfigKeys.LAGS_BY) && !lagged) {
            warnings.add(
                    "eddy.features.lags.by has no effect with eddy.model=network unless eddy.features.lags is given");
        }
        if (text(ConfigKeys.CLASS_WEIGHTS).equals("balanced")
                && text(ConfigKeys.TASK).equals("regression")) {
            warnings.add("eddy.class.weights=balanced has no effect with eddy.task=regression");
        }
        warnings.addAll(format.warnings(label()));
        if ("at_least_once".equals(kafka.get("processing.guarantee"))) {
            warnings.add("with processing.guarantee=at_least_once a crash may double answers and learning, and tear a"
                    + " stored model of more than 512 KB");
        }
        if (HttpKeys.sendsPasswordsInClear(http())) {
            warnings.add("eddy.http.password crosses the network unencrypted; set eddy.http.tls.keystore");
        }
        return warnings;
    }

    public String applicationId() {
        return text(ConfigKeys.APPLICATION_ID);
    }

    /** The label's field. */
    public String label() {
        return text(ConfigKeys.LABEL);
    }

    public String samplesTopic() {
        return topic(ConfigKeys.SAMPLES, "-samples");
    }

    public String predictionsTopic() {
        return topic(ConfigKeys.PREDICTIONS, "-predictions");
    }

    public String deadLettersTopic() {
        return topic(ConfigKeys.DEAD_LETTERS, "-dead-letters");
    }

    /** The dead letters' topic, where the configuration itself decides it. */
    Optional<String> deadLettersTopicIfGiven() {
        boolean decided = given.contains(ConfigKeys.DEAD_LETTERS) || given.contains(ConfigKeys.APPLICATION_ID);
        return decided ? Optional.of(deadLettersTopic()) : Optional.empty();
    }

    private String topic(String key, String suffix) {
        String name = text(key);
        return name == null ? applicationId() + suffix : name;
    }

    /** Partitions of a samples topic that has to be created. */
    public int partitions() {
        return (Integer) values.get(ConfigKeys.PARTITIONS);
    }

    /** Replicas of topics that have to be created; -1 for the broker's default. */
    public short replicationFactor() {
        return (Short) values.get(ConfigKeys.REPLICATION);
    }

    /** Fields that are never features. */
    public Set<String> ignoredFeatures() {
        return new HashSet<>(list(ConfigKeys.IGNORE));
    }

    /** The longest value that is accepted, in bytes. */
    public int mostSampleBytes() {
        return (Integer) values.get(ConfigKeys.SAMPLE_MAX);
    }

    /** The longest answer that is sent, with the sample's key and headers, in bytes. */
    public int mostAnswerBytes() {
        return Math.max(mostSampleBytes(), ANY_TOPIC_TAKES);
    }

    /** A decoder of the samples topic's values. */
    public SampleDecoder newDecoder() {
        return new SampleDecoder(label(), ignoredFeatures(), mostSampleBytes(), format.format(), format.columns());
    }

    /**
     * For a command that writes samples as plain JSON.
     *
     * @throws Problem if the learner would reject them
     */
    public void requirePlainJson() {
        format.requirePlainJson();
    }

    /** Where page, health and metrics are, and who gets in. */
    public HttpConfig http() {
        return HttpKeys.config(values);
    }

    /**
     * Which loops this JVM computes with: {@code vector}, the Vector API's, or {@code plain}; the bits are the same.
     *
     * @throws Problem if {@code -Deddy.kernels} asks for others than there are
     */
    public static String kernels() {
        try {
            return KernelChoice.name();
        } catch (IllegalStateException e) {
            throw Problem.usage(
                    "there are no such kernels",
                    e.getMessage(),
                    "start java with --add-modules jdk.incubator.vector, or leave -Deddy.kernels out");
        }
    }

    /** The keys that are not Eddy's own, with the defaults of Eddy's beneath them. */
    public Map<String, Object> streamsProperties() {
        Map<String, Object> properties = StreamsDefaults.of(applicationId(), kafka);
        properties.putAll(kafka);
        return properties;
    }

    /** What the learner is told. */
    public LearnerSettings learnerSettings() {
        boolean chosen = text(ConfigKeys.MODEL).equals("network");
        boolean balanced = text(ConfigKeys.CLASS_WEIGHTS).equals("balanced");
        Map<String, Object> network = chosen ? values : ConfigKeys.DEFINITION.defaultValues();
        return new LearnerSettings(
                label(),
                task(),
                chosen ? new NetworkConfig(values, given).settings() : new PoolSettings(balanced),
                features(network, chosen),
                balanced,
                (Long) values.get(ConfigKeys.SEED),
                (Integer) values.get(ConfigKeys.CLASSES_MAX));
    }

    /** A network that is described has no inputs but those described. */
    private FeatureSettings features(Map<String, Object> network, boolean chosen) {
        return new FeatureSettings(
                NetworkConfig.constant(Scaling.class, network.get(NetworkKeys.SCALING)),
                (Integer) values.get(ConfigKeys.FEATURES_MAX),
                FieldTypes.of(list(ConfigKeys.TYPES)),
                chosen && !given.contains(ConfigKeys.LAGS) ? 0 : (Integer) values.get(ConfigKeys.LAGS),
                text(ConfigKeys.LAGS_BY).equals("key"),
                !chosen);
    }

    private Optional<Task> task() {
        String task = text(ConfigKeys.TASK);
        return task.equals("auto") ? Optional.empty() : Optional.of(NetworkConfig.constant(Task.class, task));
    }

    private LossChoice loss() {
        return NetworkConfig.constant(LossChoice.class, text(NetworkKeys.LOSS));
    }

    private String text(String key) {
        return (String) values.get(key);
    }

    private List<String> list(String key) {
        return ((List<?>) values.get(key)).stream().map(Object::toString).toList();
    }
}
