package io.eddy.cli;

import io.eddy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A picture of learning curves, one below the other: an SVG file that needs nothing else. */
record Plot(Path file) {
    /** Refuses a file that could not be written, or that is not meant for a picture. */
    Plot {
        Path folder = file.toAbsolutePath().getParent();
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            throw Problem.usage(
                    "--plot " + file + " can't be", "its name does not end in .svg", "name a file for the picture");
        }
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw Problem.usage(
                    "can't write " + file, "there is no folder for it, or none to write to", "name another file");
        }
    }

    void write(List<PlotPanel> panels) {
        try {
            Files.writeString(file, svg(panels));
        } catch (IOException e) {
            throw Problem.failure("can't write " + file, String.valueOf(e.getMessage()), "name another file", e);
        }
    }

    static String svg(List<PlotPanel> panels) {
        int height = PlotPanel.HEIGHT * panels.size();
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"13\" fill=\"#222222\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                PlotPanel.WIDTH, height, PlotPanel.WIDTH, height));
        for (int p = 0; p < panels.size(); p++) {
            svg.append(String.format("<g transform=\"translate(0 %d)\">%n", p * PlotPanel.HEIGHT));
            panels.get(p).draw("area" + p, svg);
            svg.append("</g>").append(System.lineSeparator());
        }
        return svg.append("</svg>").append(System.lineSeparator()).toString();
    }

    /** Text as XML has it; without characters that XML does not have. */
    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
