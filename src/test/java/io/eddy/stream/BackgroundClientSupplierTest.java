package io.eddy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** Who has it, and for what. */
class BackgroundClientSupplierTest {
    private static final String KEY = "default.client.supplier";
    private static final String KAFKAS = "org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier";

    private static KafkaClientSupplier clients(Map<String, Object> keys) {
        Map<String, Object> all = new HashMap<>(keys);
        all.put("application.id", "app");
        all.put("bootstrap.servers", "localhost:1");
        return new StreamsConfig(LearnerApplication.withClients(all)).getKafkaClientSupplier();
    }

    @Test
    void anApplicationHasItUnlessTheUserNamesAnother() {
        assertThat(clients(Map.of())).isInstanceOf(BackgroundClientSupplier.class);
        assertThat(clients(Map.of(KEY, KAFKAS)).getClass().getName()).isEqualTo(KAFKAS);
    }

    @Test
    void onlyTransactionsWait() {
        try (Producer<byte[], byte[]> plain = producer(Map.of());
                Producer<byte[], byte[]> transactional = producer(Map.of("transactional.id", "t"))) {
            assertThat(plain).isExactlyInstanceOf(KafkaProducer.class);
            assertThat(transactional).isInstanceOf(BackgroundProducer.class);
        }
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> keys) {
        Map<String, Object> all = new HashMap<>(keys);
        all.put("bootstrap.servers", "localhost:1");
        return new BackgroundClientSupplier().getProducer(all);
    }
}
