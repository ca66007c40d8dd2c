package io.eddy.stream;

import org.apache.kafka.streams.processor.api.Record;

/** Where a processor's answers and dead letters go. Both are part of the transaction at hand. */
public interface Outlet {
    void prediction(Record<byte[], byte[]> prediction);

    void deadLetter(Record<byte[], byte[]> deadLetter);
}
