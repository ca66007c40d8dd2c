package io.eddy.it;

import io.eddy.cli.demo.EmbeddedKafka;
import java.nio.file.Path;

/** A broker in a process of its own, which a test can kill without killing itself. */
final class BrokerMain {
    private BrokerMain() {}

    /** Arguments: directory, port. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println("ready " + kafka.bootstrapServers());
        Thread.currentThread().join();
    }
}
