package io.eddy.http;

/**
 * The outcome of one check.
 *
 * @param name what was checked, such as {@code streams}
 * @param healthy whether it is as it should be
 * @param detail what was found, for people
 */
public record HealthCheck(String name, boolean healthy, String detail) {}
