package io.eddy.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Model.CommandSpec;

/** The progress bar of long commands: on a terminal only, on standard error. */
final class Progress {
    private Progress() {}

    /** A bar that counts rows up to so many, and says how long that takes. */
    static ProgressBar bar(CommandSpec spec, long rows) {
        PrintStream out = Terminal.isInteractive()
                ? System.err
                : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName(spec.name())
                .setInitialMax(rows)
                .setUnit(" rows", 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .setUpdateIntervalMillis(200)
                .build();
    }
}
