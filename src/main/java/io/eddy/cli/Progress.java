package io.eddy.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The progress bar of long commands: on a terminal only, on standard error. */
final class Progress {
    private Progress() {}

    /** A bar that counts rows up to so many, and says how long that takes. */
    static ProgressBar bar(long rows) {
        PrintStream out = Terminal.isInteractive()
                ? System.err
                : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName("") // what there is to say needs the 80 columns
                .setInitialMax(rows)
                .setUnit("", 1)
                .showSpeed(new DecimalFormat("0"))
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .setUpdateIntervalMillis(200)
                .build();
    }
}
