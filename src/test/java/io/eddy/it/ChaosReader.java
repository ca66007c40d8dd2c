package io.eddy.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A {@code read_committed} reader of the predictions that looks on all the time. */
final class ChaosReader implements AutoCloseable {
    private final Client client;
    private final String topic;
    private final List<Outcome.Answer> answers = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "chaos-reader");
    private volatile long lastArrival = System.nanoTime();
    private volatile boolean stopped;

    ChaosReader(Client client, String topic) {
        this.client = client;
        this.topic = topic;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", client.bootstrapServers());
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        properties.put("fetch.max.wait.ms", "20");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            while (!stopped) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                    Outcome.Answer answer = Outcome.answer(record, "eddy.source");
                    synchronized (answers) {
                        answers.add(answer);
                    }
                    lastArrival = System.nanoTime();
                }
            }
        }
    }

    /** Waits for a prediction that arrives after a moment; returns how long after, in milliseconds. */
    long awaitArrivalAfter(long nanoTime, Duration atMost) throws InterruptedException {
        while (lastArrival - nanoTime <= 0) {
            if (System.nanoTime() - nanoTime > atMost.toNanos()) {
                throw new AssertionError("no prediction within " + atMost);
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return TimeUnit.NANOSECONDS.toMillis(lastArrival - nanoTime);
    }

    int size() {
        synchronized (answers) {
            return answers.size();
        }
    }

    /** The outcome with the answers as this reader saw them, which must be as many as there are in the topic at the end. */
    Outcome completed(Outcome atTheEnd) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (size() < atTheEnd.answers().size() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        List<Outcome.Answer> seen;
        synchronized (answers) {
            seen = new ArrayList<>(answers);
        }
        seen.sort(Comparator.comparingInt(Outcome.Answer::partition));
        if (!seen.equals(atTheEnd.answers())) {
            throw new AssertionError("the reader saw " + seen.size() + " predictions that are not the "
                    + atTheEnd.answers().size() + " of the topic; only it saw " + without(seen, atTheEnd.answers())
                    + ", it did not see " + without(atTheEnd.answers(), seen));
        }
        return new Outcome(seen, atTheEnd.deadLetters(), atTheEnd.models());
    }

    private static List<Outcome.Answer> without(List<Outcome.Answer> these, List<Outcome.Answer> those) {
        List<Outcome.Answer> left = new ArrayList<>(these);
        those.forEach(left::remove);
        return left;
    }

    @Override
    public void close() {
        stopped = true;
    }
}
