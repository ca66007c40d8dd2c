package io.eddy.cluster;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/** Clients that connect as the application itself does, with its security settings. */
public final class KafkaClients {
    private static final int TIMEOUT_SECONDS = 10;

    private final StreamsConfig config;
    private final String bootstrap;

    public KafkaClients(LearnerConfig config) {
        this.config = streamsConfig(config);
        this.bootstrap = bootstrapServers(this.config);
    }

    /**
     * What Kafka Streams makes of the configuration; what stands elsewhere (Kafka's {@code config.providers}) is in place.
     *
     * @throws Problem if it is refused, or a reference leads nowhere
     */
    public static StreamsConfig streamsConfig(LearnerConfig config) {
        StreamsConfig streams = created(() -> new StreamsConfig(config.streamsProperties()));
        Object providers = config.streamsProperties().get(StreamsConfig.CONFIG_PROVIDERS_CONFIG);
        if (providers != null) {
            Pattern reference =
                    Pattern.compile("\\$\\{(" + providers.toString().replaceAll("\\s*,\\s*", "|") + "):[^}]*}");
            streams.originals().forEach((key, value) -> {
                if (reference.matcher(value.toString()).find()) {
                    throw Problem.usage(
                            "can't find the value of " + key,
                            "it is not where the reference says: " + value,
                            "put it there, or mend the reference");
                }
            });
        }
        return streams;
    }

    /** Where the brokers are, as a line of the configuration says it. */
    public static String bootstrapServers(StreamsConfig config) {
        return String.join(",", config.getList(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    /**
     * An admin client of a broker that answers.
     *
     * @throws Problem if none does within 10 s
     */
    public Admin admin() {
        Admin admin = created(() -> Admin.create(config.getAdminConfigs("eddy-admin")));
        try {
            await(admin.describeCluster().nodes());
        } catch (Problem e) {
            admin.close(Duration.ZERO);
            throw e;
        }
        return admin;
    }

    /** A producer that loses nothing; acknowledgements come from all replicas. */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> properties = config.getProducerConfigs("eddy-send");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 10);
        // Kafka Streams waits for a lost broker without end; a person at a command does not
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
        return created(() -> new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A producer of transactions; it waits no longer than {@link #await} does. */
    Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
        Map<String, Object> properties = config.getProducerConfigs("eddy-doctor");
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_SECONDS * 1000);
        return created(() -> new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A consumer of what is committed, outside any group. */
    public Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = config.getRestoreConsumerConfigs("eddy-read");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        return created(() -> new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** The result of an admin call, or a problem that says which broker did not give it. */
    public <T> T await(KafkaFuture<T> future) {
        return await(future, TIMEOUT_SECONDS);
    }

    /** The same of a call that may rightly take longer. */
    <T> T await(KafkaFuture<T> future, int seconds) {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw unreachable(e, seconds);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw unreachable(e, seconds);
            }
            throw Problem.failure(
                    "Kafka at " + bootstrap + " refused",
                    e.getCause().getClass().getSimpleName() + ": "
                            + e.getCause().getMessage(),
                    "check the security settings, and the rights of this user: eddy acls shows those that it needs",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure("interrupted", "the program is being stopped", "start it again", e);
        }
    }

    /** What the broker said where {@link #await} makes a problem of it; null for other problems. */
    static Throwable refusal(Problem problem) {
        return problem.getCause() instanceof ExecutionException
                ? problem.getCause().getCause()
                : null;
    }

    private Problem unreachable(Exception cause, int seconds) {
        return Problem.failure(
                "can't reach Kafka at " + bootstrap,
                "no broker answered within " + seconds + " s",
                "start a broker there, set bootstrap.servers and the security settings to those of one, or try run"
                        + " --embedded-kafka",
                cause);
    }

    private static <T> T created(Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw Problem.usage("Kafka's clients refuse the configuration", causes(e), "mend the key that it names");
        }
    }

    /** What the causes say, from the outside to the inside, without repetitions and without secrets. */
    private static String causes(Throwable error) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            boolean repeated =
                    cause.getCause() != null && message.equals(cause.getCause().toString());
            if (!repeated && said.indexOf(message) < 0) {
                said.append(said.isEmpty() ? "" : ": ").append(message);
            }
        }
        // it may quote a part of a password that stands there without quotation marks
        return said.indexOf("JAAS config") < 0
                ? said.toString()
                : "sasl.jaas.config is not of the form: MODULE required key=\"value\" key=\"value\";";
    }
}
