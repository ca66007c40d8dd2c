/** The commands. Each is one class; what they share is in {@code ConfigOptions}, {@code KafkaClients} and {@code CsvSamples}. */
package io.eddy.cli;
