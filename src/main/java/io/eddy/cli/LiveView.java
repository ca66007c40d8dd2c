package io.eddy.cli;

import io.eddy.http.HealthCheck;
import io.eddy.http.LearnerView;
import io.eddy.metrics.RecentDeadLetter;
import io.eddy.metrics.RecentPrediction;
import io.eddy.problem.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a terminal shows of a learner: from one moment's view to lines. It remembers how the score came to be. */
final class LiveView {
    static final String BLOCKS = "▁▂▃▄▅▆▇█";
    static final String ASCII = "_.:-=+*#";
    private static final int PREDICTIONS = 5;
    private static final int DEAD_LETTERS = 3;
    private static final int SPARKS = 40;

    private final String levels;
    private final List<Double> scores = new ArrayList<>();
    private long taken;
    private long step = 1;
    private LiveMoment last;
    private double perSecond;

    /** @param levels the characters of the sparkline, from low to high */
    LiveView(String levels) {
        this.levels = levels;
    }

    /** @param width no line is longer than so many characters */
    List<String> lines(LearnerView view, int width) {
        take(LiveMoment.of(view));
        List<String> lines = new ArrayList<>();
        if (last.learned() == 0) {
            lines.add("nothing learned yet");
        } else {
            lines.add(String.format(
                    "%-9s %-10s %s  no-change %s",
                    last.scoreName(),
                    Table.numberOrDash(last.score()),
                    sparkline(),
                    Table.numberOrDash(last.noChange())));
            lines.add(String.format("%-9s %s", last.lossName(), Table.numberOrDash(last.loss())));
        }
        lines.add(String.format(Locale.ROOT, "%,d samples, %,d learned", last.consumed(), last.learned()));
        lines.add(String.format(
                Locale.ROOT,
                "%.0f a second, %s s behind, %,d dead letters",
                perSecond,
                Double.isNaN(last.secondsBehind()) ? "-" : String.format(Locale.ROOT, "%.1f", last.secondsBehind()),
                last.deadLettered()));
        for (HealthCheck check : view.health().ready()) {
            if (!check.healthy()) {
                lines.add("not ready: " + check.name() + " " + check.detail());
            }
        }
        view.predictions().stream().limit(PREDICTIONS).map(LiveView::line).forEach(lines::add);
        view.deadLetters().stream().limit(DEAD_LETTERS).map(LiveView::line).forEach(lines::add);
        return lines.stream()
                .map(line -> clip(TerminalText.harmless(line), width))
                .toList();
    }

    private void take(LiveMoment now) {
        if (last != null && last.at() == now.at()) {
            return;
        }
        perSecond = last == null ? 0 : now.perSecond(last);
        last = now;
        if (!Double.isNaN(now.score()) && taken++ % step == 0) {
            scores.add(now.score());
            if (scores.size() == SPARKS) {
                for (int i = SPARKS - 1; i > 0; i -= 2) {
                    scores.remove(i);
                }
                step *= 2;
            }
        }
    }

    /** All scores since the start between the lowest and the highest of them. */
    private String sparkline() {
        double low = scores.stream().min(Double::compare).orElse(0.0);
        double high = scores.stream().max(Double::compare).orElse(0.0);
        StringBuilder line = new StringBuilder();
        for (double score : scores) {
            double height = high > low ? (score - low) / (high - low) : 1;
            line.append(levels.charAt((int) Math.round(height * (levels.length() - 1))));
        }
        return line.toString();
    }

    private static String line(RecentPrediction answer) {
        String probability =
                answer.probability() == null ? "" : String.format(Locale.ROOT, " (%.2f)", answer.probability());
        String label = answer.label() == null ? "" : ", was " + answer.label();
        return String.format(
                "  %d@%d  %s%s%s", answer.partition(), answer.offset(), answer.prediction(), probability, label);
    }

    private static String line(RecentDeadLetter letter) {
        return String.format("  %d@%d  %s: %s", letter.partition(), letter.offset(), letter.code(), letter.reason());
    }

    private static String clip(String line, int width) {
        return line.codePointCount(0, line.length()) <= width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, width));
    }
}
