package io.eddy.it;

import io.eddy.cli.demo.WheatKernels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The stream of a chaos run, the same for the same seed: mostly kernels, some nonsense, some tombstones, with headers. */
final class ChaosRows {
    private final WheatKernels kernels;
    private final Random random;
    private final int partitions;
    private long made;

    ChaosRows(long seed, int partitions) {
        kernels = new WheatKernels(seed);
        random = new Random(seed);
        this.partitions = partitions;
    }

    ProducerRecord<byte[], byte[]> next(String topic) {
        int partition = (int) (made % partitions);
        byte[] key = ("key-" + made).getBytes(StandardCharsets.UTF_8);
        made++;
        int kind = random.nextInt(200);
        byte[] value =
                kind == 0 ? null : kind < 3 ? ("{\"area\":" + made).getBytes(StandardCharsets.UTF_8) : kernels.next();
        List<Header> headers = List.of(new RecordHeader("trace", key));
        // a time of its own would differ between the runs, and with it the records
        return new ProducerRecord<>(topic, partition, 1_700_000_000_000L + made, key, value, headers);
    }
}
