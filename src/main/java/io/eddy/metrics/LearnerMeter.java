package io.eddy.metrics;

import io.micrometer.core.instrument.Meter;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * One meter of a learner. It has a series for each value of its tag, beside the partition's.
 *
 * @param name by Micrometer's conventions
 * @param type gauge or counter
 * @param unit null for a plain number
 * @param about what it shows, for people
 * @param tag null for a meter of one series
 * @param tagValues those that there are at present; bounded, and never a record's key or a feature's value
 * @param value of the series with a tag's value
 */
record LearnerMeter(
        String name,
        Meter.Type type,
        String unit,
        String about,
        String tag,
        Function<Published, Collection<String>> tagValues,
        ToDoubleBiFunction<Published, String> value) {
    private static final List<String> ONLY = List.of("");

    static LearnerMeter of(String name, Meter.Type type, String about, ToDoubleBiFunction<Published, String> value) {
        return new LearnerMeter(name, type, null, about, null, published -> ONLY, value);
    }

    LearnerMeter withUnit(String other) {
        return new LearnerMeter(name, type, other, about, tag, tagValues, value);
    }

    LearnerMeter by(String key, List<String> values) {
        return by(key, published -> values);
    }

    LearnerMeter by(String key, Function<Published, Collection<String>> values) {
        return new LearnerMeter(name, type, unit, about, key, values, value);
    }
}
