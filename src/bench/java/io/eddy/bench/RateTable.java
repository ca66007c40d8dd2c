package io.eddy.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Rates of applications, each beside that of another. */
final class RateTable {
    private final Table table;

    /** @param baseline what the others are compared with */
    RateTable(String baseline) {
        table = new Table(
                "application",
                "rows/s (least-most)",
                "of " + baseline + " (least-most)",
                "its CPU, µs/row",
                "the broker's, µs/row",
                "processors: its own",
                "the broker's",
                "all others'");
    }

    /** One application's repetitions, and those of what it is compared with. */
    RateTable add(String name, List<Rate> rates, List<Rate> baseline) {
        table.add(
                name,
                spread(rates, Rate::rowsPerSecond).text(),
                ratio(rates, baseline).text(),
                median(rates, Rate::microsPerRow),
                median(rates, Rate::brokerMicrosPerRow),
                median(rates, Rate::application),
                median(rates, Rate::broker),
                median(rates, Rate::others));
        return this;
    }

    /** Each run over that of the same repetition, so that a machine that is slow for a while is slow for both. */
    private static Spread ratio(List<Rate> rates, List<Rate> baseline) {
        return Spread.of(IntStream.range(0, Math.min(rates.size(), baseline.size()))
                .mapToObj(r -> rates.get(r).rowsPerSecond() / baseline.get(r).rowsPerSecond())
                .toList());
    }

    private static String median(List<Rate> rates, ToDoubleFunction<Rate> figure) {
        return Table.number(spread(rates, figure).median());
    }

    private static Spread spread(List<Rate> rates, ToDoubleFunction<Rate> figure) {
        return Spread.of(rates.stream().map(figure::applyAsDouble).toList());
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
