package io.eddy.cli;

import io.eddy.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the meters are: to be scraped by Prometheus, and if {@code OTEL_EXPORTER_OTLP_ENDPOINT} is set, pushed to a collector of
 * OpenTelemetry once a minute and at the end. The process's own are among them.
 */
final class Telemetry implements AutoCloseable {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CompositeMeterRegistry all = new CompositeMeterRegistry();
    private final JvmGcMetrics gc = new JvmGcMetrics();

    /**
     * @param service its name in OpenTelemetry, unless {@code OTEL_SERVICE_NAME} or {@code OTEL_RESOURCE_ATTRIBUTES} says another
     * @throws Problem if the endpoint is not an address
     */
    Telemetry(String service) {
        // made anew where the state directory is: it would make new series of the same instance's
        all.config().meterFilter(MeterFilter.ignoreTags("process.id"));
        all.add(prometheus);
        if (System.getenv(ENDPOINT) != null) {
            all.add(OtlpMeterRegistry.builder(new Collector(service)).build());
        }
        new ClassLoaderMetrics().bindTo(all);
        new JvmMemoryMetrics().bindTo(all);
        new JvmThreadMetrics().bindTo(all);
        new ProcessorMetrics().bindTo(all);
        new UptimeMetrics().bindTo(all);
        gc.bindTo(all);
    }

    MeterRegistry registry() {
        return all;
    }

    /** The text of {@code /metrics}. */
    String scrape() {
        return prometheus.scrape();
    }

    @Override
    public void close() {
        gc.close();
        all.close();
    }

    /** Address, headers and attributes are read from OpenTelemetry's own variables by the super interface. */
    private record Collector(String service) implements OtlpConfig {
        private Collector {
            try {
                URI.create(OtlpConfig.DEFAULT.url()).toURL();
            } catch (IllegalArgumentException | MalformedURLException e) {
                throw Problem.usage(
                        ENDPOINT + " is not an address",
                        e.getMessage(),
                        "set it to one such as http://localhost:4318, or unset it");
            }
        }

        @Override
        public String get(String key) {
            return null;
        }

        @Override
        public Map<String, String> resourceAttributes() {
            Map<String, String> attributes = new HashMap<>(OtlpConfig.super.resourceAttributes());
            attributes.putIfAbsent("service.name", service);
            return attributes;
        }
    }
}
