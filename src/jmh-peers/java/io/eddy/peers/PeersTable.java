package io.eddy.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eddy.bench.CpuRate;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JMH's results of {@link PeersBenchmark} as Markdown: each engine's rows a second of processor time, and how many times the
 * others' Eddy's are. Of a JVM's iterations the best one counts: what else runs on the machine can only slow them. Of several
 * JVMs it is the median: where arrays happen to lie stays as it is while one runs, and makes a tenth, at times a quarter.
 */
public final class PeersTable {
    private final Map<String, Map<String, Double>> rates = new LinkedHashMap<>(); // [engine][shape]
    private final Set<String> shapes = new LinkedHashSet<>();

    /** @param args JMH's results in JSON */
    public static void main(String[] args) throws IOException {
        PeersTable table = new PeersTable();
        try (JsonParser parser = new JsonFactory().createParser(new File(args[0]))) {
            parser.nextToken();
            for (Object result : (List<?>) value(parser)) {
                table.add((Map<?, ?>) result);
            }
        }
        if (!table.rates.isEmpty()) {
            System.out.println(table.markdown());
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.getText();
    }

    private void add(Map<?, ?> result) {
        String benchmark = (String) result.get("benchmark");
        String prefix = PeersBenchmark.class.getName() + ".";
        if (benchmark.startsWith(prefix)) {
            String engine = benchmark.substring(prefix.length()).replaceAll("([A-Z])", "-$1");
            String shape = (String) ((Map<?, ?>) result.get("params")).get("shape");
            Map<?, ?> metrics = (Map<?, ?>) result.get("secondaryMetrics");
            List<?> forks = (List<?>) ((Map<?, ?>) metrics.get(CpuRate.LABEL)).get("rawData");
            double[] bests = forks.stream()
                    .mapToDouble(fork -> best((List<?>) fork))
                    .sorted()
                    .toArray();
            shapes.add(shape);
            rates.computeIfAbsent(engine.toLowerCase(Locale.ROOT), e -> new LinkedHashMap<>())
                    .put(shape, (bests[(bests.length - 1) / 2] + bests[bests.length / 2]) / 2);
        }
    }

    private static double best(List<?> iterations) {
        return iterations.stream()
                .mapToDouble(rate -> Double.parseDouble((String) rate))
                .max()
                .orElseThrow();
    }

    private String markdown() {
        List<String> ours = rates.keySet().stream().filter(PeersTable::isOurs).toList();
        List<String> peers = rates.keySet().stream().filter(e -> !isOurs(e)).toList();
        StringBuilder lines = new StringBuilder(header("rows/s"));
        Stream.of(ours, peers)
                .flatMap(List::stream)
                .forEach(e -> lines.append(line(e, shape -> rounded(rates.get(e).get(shape)))));
        lines.append('\n').append(header("times as many as"));
        for (String our : ours) {
            for (String peer : peers) {
                lines.append(line(our + " / " + peer, shape -> ratio(our, peer, shape)));
            }
        }
        return lines.toString();
    }

    private String header(String title) {
        return line(title, shape -> shape) + "|---|" + "--:|".repeat(shapes.size()) + "\n";
    }

    private static boolean isOurs(String engine) {
        return engine.startsWith("eddy");
    }

    private String line(String name, Function<String, String> cell) {
        return "| " + name + " | " + shapes.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    private String ratio(String ours, String peer, String shape) {
        Double our = rates.get(ours).get(shape);
        Double theirs = rates.get(peer).get(shape);
        if (our == null || theirs == null) {
            return "-";
        }
        return our < 10 * theirs ? String.format(Locale.ROOT, "%.1f", our / theirs) : rounded(our / theirs);
    }

    /** Three digits: no more are the same the next time. */
    private static String rounded(Double rate) {
        if (rate == null) {
            return "-";
        }
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(rate)) - 2));
        return String.format(Locale.ROOT, "%,d", Math.round(rate / step) * (long) step);
    }
}
