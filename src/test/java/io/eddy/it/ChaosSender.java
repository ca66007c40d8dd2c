package io.eddy.it;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends rows at a rate until it is stopped, through whatever happens to the broker. */
final class ChaosSender {
    private final Client client;
    private final String topic;
    private final ChaosRows rows;
    private final int rate;
    private final AtomicLong acknowledged = new AtomicLong();
    private final Thread thread = new Thread(this::run, "chaos-sender");
    private volatile boolean stopped;
    private volatile RuntimeException failure;

    ChaosSender(Client client, String topic, ChaosRows rows, int rate) {
        this.client = client;
        this.topic = topic;
        this.rows = rows;
        this.rate = rate;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Map<String, Object> properties = Map.of("bootstrap.servers", client.bootstrapServers(), "linger.ms", 5);
        long started = System.nanoTime();
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long n = 0; !stopped; n++) {
                while (!stopped && System.nanoTime() - started < n * 1_000_000_000L / rate) {
                    Thread.sleep(1);
                }
                var unused = producer.send(rows.next(topic), (metadata, error) -> {
                    if (error != null) {
                        failure = new IllegalStateException("a row was not taken", error);
                    }
                    acknowledged.incrementAndGet();
                });
            }
        } catch (InterruptedException e) {
            failure = new IllegalStateException(e);
        }
    }

    long sent() {
        return acknowledged.get();
    }

    /** Stops when all that was sent is acknowledged; returns how many rows that were. */
    long stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure != null) {
            throw failure;
        }
        return acknowledged.get();
    }
}
