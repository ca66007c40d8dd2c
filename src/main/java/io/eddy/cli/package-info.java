/** The commands. Each is one class; what they share is in {@code ConfigOptions} and {@code CsvSamples}. */
package io.eddy.cli;
