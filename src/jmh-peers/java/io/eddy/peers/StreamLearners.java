package io.eddy.peers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accuracy and speed of Eddy and of MOA's learners, each as it comes but for ensembles, which have ten members, over real
 * streams and those of MOA's own generators. Each row is answered before it is learned.
 */
public final class StreamLearners {
    private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final Map<String, StreamLearner> LEARNERS = new LinkedHashMap<>();

    static {
        LEARNERS.put("Eddy", StreamLearner.eddy());
        LEARNERS.put("naive Bayes", StreamLearner.moa("bayes.NaiveBayes"));
        LEARNERS.put("Hoeffding adaptive tree", StreamLearner.moa("trees.HoeffdingAdaptiveTree"));
        LEARNERS.put("leveraging bagging", StreamLearner.moa("meta.LeveragingBag -s 10"));
        LEARNERS.put("adaptive random forest", StreamLearner.moa("meta.AdaptiveRandomForest -s 10"));
        LEARNERS.put("streaming random patches", StreamLearner.moa("meta.StreamingRandomPatches -s 10"));
    }

    private static final Map<String, String> LABELS = Map.of(
            "electricity.csv.gz", "class",
            "phishing.csv.gz", "is_phishing",
            "bananas.csv.gz", "class",
            "sea-drift.csv.gz", "class",
            "letters.csv.gz", "letter");

    private StreamLearners() {}

    /** Arguments: how many rows each generator gives, and the folder with the real streams. */
    public static void main(String[] args) throws IOException {
        List<StreamRows> streams = new ArrayList<>(files(Path.of(args[1])));
        streams.addAll(generated(Integer.parseInt(args[0])));
        LEARNERS.values().forEach(learner -> learner.right(streams.get(streams.size() - 1))); // warms up

        Map<String, Double> seconds = new LinkedHashMap<>();
        System.out.println(line("accuracy", LEARNERS.keySet().stream()));
        System.out.println("|---|" + "--:|".repeat(LEARNERS.size()));
        for (StreamRows rows : streams) {
            List<String> cells = new ArrayList<>();
            LEARNERS.forEach((name, learner) -> {
                long before = OS.getProcessCpuTime();
                int right = learner.right(rows);
                seconds.merge(name, (OS.getProcessCpuTime() - before) / 1e9, Double::sum);
                cells.add(String.format(
                        Locale.ROOT, "%.3f", (double) right / rows.instances().size()));
            });
            System.out.println(line(rows.name(), cells.stream()));
        }
        int all = streams.stream().mapToInt(rows -> rows.instances().size()).sum();
        System.out.println(line(
                "rows/s of processor time",
                seconds.values().stream().map(s -> String.format(Locale.ROOT, "%,.0f", all / s))));
    }

    private static List<StreamRows> files(Path folder) throws IOException {
        List<StreamRows> streams = new ArrayList<>();
        for (String file : LABELS.keySet().stream().sorted().toList()) {
            if (Files.exists(folder.resolve(file))) {
                streams.add(CsvStream.read(folder.resolve(file), LABELS.get(file)));
            } else {
                System.out.println("left out: there is no " + folder.resolve(file));
            }
        }
        return streams;
    }

    private static List<StreamRows> generated(int rows) {
        return List.of(
                StreamRows.generated(
                        "Agrawal, changes once",
                        "ConceptDriftStream -s (generators.AgrawalGenerator -f 2) -d (generators.AgrawalGenerator -f 6)"
                                + " -w 1 -p " + rows / 2,
                        rows),
                StreamRows.generated("LED, drifts", "generators.LEDGeneratorDrift -d 7", rows),
                StreamRows.generated("radial, drifts", "generators.RandomRBFGeneratorDrift -c 5 -s 0.0001", rows),
                StreamRows.generated("plane, drifts", "generators.HyperplaneGenerator -k 10 -t 0.001", rows),
                StreamRows.generated("waves", "generators.WaveformGenerator", rows),
                StreamRows.generated("random tree", "generators.RandomTreeGenerator", rows));
    }

    private static String line(String name, Stream<String> cells) {
        return "| " + name + " | " + cells.collect(Collectors.joining(" | ")) + " |";
    }
}
