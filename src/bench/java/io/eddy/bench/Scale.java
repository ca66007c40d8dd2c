package io.eddy.bench;

import io.eddy.it.EddyProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How costs grow with features, units, classes and models: without Kafka, each size in a JVM of its own. */
final class Scale implements Benchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** One way to grow: what is counted, and a size for a count. */
    private record Dimension(String name, List<Integer> counts, SizeOf size, List<String> models) {}

    private interface SizeOf {
        Size of(String model, int count);
    }

    private static final List<String> BOTH = List.of("network", "auto");
    private static final List<Dimension> DIMENSIONS = List.of(
            new Dimension("features", List.of(8, 32, 128, 512), (m, n) -> new Size(m, n, 16, 3, 1), BOTH),
            new Dimension(
                    "hidden units",
                    List.of(16, 128, 1_024, 8_192),
                    (m, n) -> new Size(m, 16, n, 3, 1),
                    List.of("network")),
            new Dimension("classes", List.of(2, 10, 50, 250), (m, n) -> new Size(m, 16, 16, n, 1), BOTH),
            new Dimension("models", List.of(1, 2, 4, 8), (m, n) -> new Size(m, 16, 16, 3, n), BOTH));

    @Override
    public void run(Options options, Report report) throws Exception {
        List<String> wanted = options.list("dimensions", "features,hidden units,classes,models");
        String slice = Double.toString(options.number("slice.millis", 300) / 1e3);
        report.add(
                "What is not varied: 16 features, 16 hidden units, 3 classes, 1 model. cost = a + b x count, by least"
                        + " squares of what the line misses in parts of the cost; worst: how much it misses of one at most.");
        try (TemporaryFolder folder = new TemporaryFolder()) {
            for (Dimension dimension : DIMENSIONS) {
                if (wanted.contains(dimension.name())) {
                    report.add(table(dimension, report, folder.path(), slice));
                }
            }
        }
    }

    private static Table table(Dimension dimension, Report report, Path folder, String slice) {
        List<String> columns = new ArrayList<>(List.of("model", "what " + dimension.name() + " cost", "unit"));
        dimension.counts().forEach(count -> columns.add(Table.number(count)));
        columns.addAll(List.of("a", "b", "worst"));
        Table table = new Table(columns.toArray(String[]::new));
        for (String model : dimension.models()) {
            List<Cost> costs = new ArrayList<>();
            for (int count : dimension.counts()) {
                costs.add(measure(folder, dimension.size().of(model, count), slice));
                report.progress(model + ", " + count + " " + dimension.name() + ": " + costs.get(costs.size() - 1));
            }
            for (Cost.Figure figure : Cost.Figure.values()) {
                table.add(line(dimension, model, figure, costs));
            }
        }
        return table;
    }

    private static Object[] line(Dimension dimension, String model, Cost.Figure figure, List<Cost> costs) {
        double[] x =
                dimension.counts().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = costs.stream().mapToDouble(cost -> cost.get(figure)).toArray();
        Line line = Line.through(x, y);
        List<Object> cells = new ArrayList<>(List.of(model, figure.title, figure.unit));
        IntStream.range(0, y.length).forEach(n -> cells.add(Table.number(y[n])));
        cells.addAll(List.of(
                Table.number(line.intercept()), Table.number(line.slope()), Table.number(100 * line.worst()) + " %"));
        return cells.toArray();
    }

    private static Cost measure(Path folder, Size size, String slice) {
        List<String> command = new ArrayList<>(AppProcess.JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ScalePoint.class.getName()));
        command.addAll(size.arguments());
        command.add(slice);
        EddyProcess.Result result = EddyProcess.java(folder, command).await(PATIENCE);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(size + " failed: " + result.err());
        }
        return Cost.parse(result.out());
    }
}
