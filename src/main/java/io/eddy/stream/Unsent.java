package io.eddy.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that are going to be sent together, in order: few enough to stay in a processor's cache on their way. */
final class Unsent {
    static final int MOST_RECORDS = 256;
    static final int MOST_BYTES = 256 * 1024; // and one record more

    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(MOST_RECORDS);
    private final List<Callback> callbacks = new ArrayList<>(MOST_RECORDS);
    private int bytes;

    void add(ProducerRecord<byte[], byte[]> record, Callback callback) {
        records.add(record);
        callbacks.add(callback);
        bytes += length(record.key()) + length(record.value());
    }

    private static int length(byte[] part) {
        return part == null ? 0 : part.length;
    }

    boolean isFull() {
        return records.size() >= MOST_RECORDS || bytes >= MOST_BYTES;
    }

    int size() {
        return records.size();
    }

    ProducerRecord<byte[], byte[]> record(int index) {
        return records.get(index);
    }

    Callback callback(int index) {
        return callbacks.get(index);
    }
}
