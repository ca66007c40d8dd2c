package io.eddy.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several things to measure, one after the other and that several times, so that a noisy minute is shared by all. */
final class Repetitions<R> {
    /** One thing to measure. */
    interface Measurement<R> {
        /** @param id of the application; never the same twice */
        R measure(String id) throws Exception;
    }

    private final Report report;
    private final Map<String, Measurement<R>> measurements = new LinkedHashMap<>();
    private final Map<String, List<R>> results = new LinkedHashMap<>();

    Repetitions(Report report) {
        this.report = report;
    }

    void add(String name, Measurement<R> measurement) {
        measurements.put(name, measurement);
        results.put(name, new ArrayList<>());
    }

    void run(int repetitions) throws Exception {
        for (int r = 1; r <= repetitions; r++) {
            int n = 0;
            for (Map.Entry<String, Measurement<R>> entry : measurements.entrySet()) {
                R result = entry.getValue().measure("run" + r + "-" + ++n);
                results.get(entry.getKey()).add(result);
                report.progress("repetition " + r + ", " + entry.getKey() + ": " + result);
            }
        }
    }

    List<R> of(String name) {
        return results.get(name);
    }

    /** By name, in the order of addition. */
    Map<String, List<R>> results() {
        return results;
    }
}
