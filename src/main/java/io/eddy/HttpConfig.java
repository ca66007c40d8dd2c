package io.eddy;

import org.apache.kafka.common.config.types.Password;

/**
 * Where page, health and metrics are, and who gets in.
 *
 * @param port 0 for any free one
 * @param user of basic authentication; null for none
 * @param password of the user; null for none
 * @param keystore a file with key and certificate; null for plain HTTP
 * @param keystorePassword of the file and of its key; null for plain HTTP
 */
public record HttpConfig(
        String host, int port, String user, Password password, String keystore, Password keystorePassword) {}
