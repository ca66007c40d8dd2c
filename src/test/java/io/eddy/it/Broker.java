package io.eddy.it;

import io.eddy.cli.demo.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A real broker in this process. */
final class Broker implements AutoCloseable {
    private final EmbeddedKafka kafka;
    private final Client client;

    Broker(Path directory) {
        kafka = EmbeddedKafka.start(directory, 0);
        client = new Client(kafka.bootstrapServers());
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        client.send(records);
    }

    List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        return client.committed(topic);
    }

    @Override
    public void close() {
        kafka.close();
    }
}
