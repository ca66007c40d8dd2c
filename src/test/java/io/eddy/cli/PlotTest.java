package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eddy.evaluation.Confusion;
import io.eddy.evaluation.Figures;
import io.eddy.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlotTest {
    @TempDir
    private Path folder;

    @Test
    void aPanelForEachFileWithALineForEachSeries() throws Exception {
        Document svg = parsed(List.of(
                new PlotPanel("a.csv", accuracies(), List.of()), new PlotPanel("b.csv", accuracies(), List.of())));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2 * 5);
        assertThat(texts(svg))
                .contains("a.csv", "b.csv", "rows", "accuracy", "eddy, last 1,000", "eddy, fading")
                .contains("no-change, all rows", "majority, all rows")
                .doesNotContain("drift found");
    }

    @Test
    void higherAccuracyIsHigherAndLaterIsToTheRight() throws Exception {
        Document svg = parsed(List.of(new PlotPanel("a.csv", accuracies(), List.of())));
        NodeList lines = svg.getElementsByTagName("polyline");
        String[] points = ((Element) lines.item(lines.getLength() - 1))
                .getAttribute("points")
                .trim()
                .split("[ ,]");
        assertThat(points).hasSize(6);
        assertThat(Double.parseDouble(points[2])).isGreaterThan(Double.parseDouble(points[0]));
        assertThat(Double.parseDouble(points[4])).isEqualTo(930);
        assertThat(Double.parseDouble(points[5])).isLessThan(Double.parseDouble(points[1]));
    }

    @Test
    void driftsAreMarkedWhereTheyWere() throws Exception {
        Document svg = parsed(List.of(new PlotPanel("a.csv", accuracies(), List.of(1500L, 3000L))));
        List<String> marks = new ArrayList<>();
        NodeList lines = svg.getElementsByTagName("line");
        for (int i = 0; i < lines.getLength(); i++) {
            Element line = (Element) lines.item(i);
            if (line.getAttribute("class").equals("drift")) {
                marks.add(line.getAttribute("x1"));
            }
        }
        assertThat(marks).containsExactly("505.0", "930.0");
        assertThat(texts(svg)).contains("drift found");
    }

    @Test
    void ofNumbersItIsTheError() throws Exception {
        Map<String, Double> errors = Map.of("rmse", 1234.5, "r2", 0.5);
        Figures figures = new Figures(
                errors, errors, errors, Map.of("noChange", errors, "mean", Map.of("rmse", 2000.0)), Confusion.NONE);
        Document svg = parsed(List.of(new PlotPanel("a.csv", List.of(new Curve.Point(10, figures)), List.of())));
        assertThat(texts(svg)).contains("RMSE, in the label's units", "mean, all rows", "0", "500", "2,000");
    }

    @Test
    void namesAndEmptyRunsAreNoTrouble() throws Exception {
        Document svg = parsed(List.of(new PlotPanel("<&\u0001\">.csv", List.of(), List.of())));
        assertThat(texts(svg)).contains("<&?\">.csv");
    }

    @Test
    void aFileThatIsNoPictureIsNotOverwritten() {
        assertThatThrownBy(() -> new Plot(folder.resolve("rows.csv")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.exitCode()).isEqualTo(2));
        assertThatThrownBy(() -> new Plot(folder.resolve("none/a.svg"))).isInstanceOf(Problem.class);
    }

    private static List<Curve.Point> accuracies() {
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Map<String, Double> eddy = Map.of("accuracy", 0.6 + 0.1 * i);
            Map<String, Map<String, Double>> baselines =
                    Map.of("noChange", Map.of("accuracy", 0.5), "majority", Map.of("accuracy", 0.4));
            points.add(new Curve.Point(1000L * i, new Figures(eddy, eddy, eddy, baselines, Confusion.NONE)));
        }
        return points;
    }

    private static Document parsed(List<PlotPanel> panels) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Plot.svg(panels).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document svg) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
