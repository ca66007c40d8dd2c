package io.eddy.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One stream, learned from twice: by an application that is disturbed while the stream flows and a {@code read_committed}
 * reader looks on, and by one that is left alone. Whatever they do differently is a defect.
 */
final class ChaosRun implements AutoCloseable {
    /** What is done to the running application; instances that it takes away it must bring back. */
    interface Disturbance {
        void happen(ChaosRun run) throws Exception;
    }

    private final Client client;
    private final Application disturbed;
    private final Application calm;
    private final ChaosSender sender;
    private final ChaosReader reader;
    private final Map<Integer, EddyProcess> instances = new HashMap<>();

    /** @param rate rows a second while disturbed */
    ChaosRun(Path folder, String bootstrapServers, long seed, int partitions, int rate, Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(more);
        keys.put("eddy.label", "variety");
        keys.put("eddy.topic.partitions", Integer.toString(partitions));
        this.client = new Client(bootstrapServers);
        disturbed = new Application(folder, "disturbed", bootstrapServers, keys);
        calm = new Application(folder, "calm", bootstrapServers, keys);
        sender = new ChaosSender(client, disturbed.samples(), new ChaosRows(seed, partitions), rate);
        reader = new ChaosReader(client, disturbed.predictions());
    }

    /** Runs all of it, and compares. */
    Difference execute(int instanceCount, Disturbance disturbance) throws Exception {
        for (int i = 0; i < instanceCount; i++) {
            launch(i);
        }
        for (EddyProcess instance : instances.values()) {
            instance.awaitReady();
        }
        reader.start();
        sender.start();
        disturbance.happen(this);
        sender.stop();
        List<ConsumerRecord<byte[], byte[]>> rows = client.committed(disturbed.samples());
        disturbed.awaitConsumed(rows.size());
        stopAll();
        Outcome actual = reader.completed(Outcome.read(client, disturbed));
        return Difference.between(undisturbed(rows), actual);
    }

    /** What a single instance makes of the same records, taken from the topic: their sender was disturbed, too. */
    private Outcome undisturbed(List<ConsumerRecord<byte[], byte[]>> rows) throws Exception {
        EddyProcess instance = calm.start();
        client.send(rows.stream()
                .map(row -> new ProducerRecord<>(
                        calm.samples(), row.partition(), row.timestamp(), row.key(), row.value(), row.headers()))
                .toList());
        calm.awaitConsumed(rows.size());
        instance.terminate();
        return Outcome.read(client, calm);
    }

    /** Starts instance {@code i}; returns before it is ready. */
    EddyProcess launch(int i) {
        return launch(i, stateDirectory(i));
    }

    EddyProcess launch(int i, Path stateDirectory) {
        EddyProcess instance = disturbed.launch("--set", "state.dir=" + stateDirectory);
        instances.put(i, instance);
        return instance;
    }

    Path stateDirectory(int i) {
        return disturbed.stateDirectory().resolve(Integer.toString(i));
    }

    EddyProcess instance(int i) {
        return instances.get(i);
    }

    ChaosReader reader() {
        return reader;
    }

    /** What the disturbed application has committed. */
    JsonNode inspect() {
        return disturbed.inspect();
    }

    /** Rows sent and acknowledged so far. */
    long sent() {
        return sender.sent();
    }

    private void stopAll() {
        instances.values().stream().filter(EddyProcess::isAlive).forEach(EddyProcess::terminate);
        instances.clear();
    }

    @Override
    public void close() {
        sender.stop();
        reader.close();
        instances.values().forEach(EddyProcess::kill);
    }
}
