package io.eddy.cli;

import io.eddy.problem.Problem;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** How often a file is gone through, and in which order. */
final class PassOptions {
    @Option(
            names = "--shuffle",
            paramLabel = "SEED",
            description =
                    "Another order in each pass, the same ones for the same seed. Needs the file's rows in memory.")
    private Long shuffle;

    @Option(names = "--repeat", paramLabel = "N", description = "Passes over the file. Default: ${DEFAULT-VALUE}.")
    private int repeat = 1;

    OptionalLong shuffle() {
        return shuffle == null ? OptionalLong.empty() : OptionalLong.of(shuffle);
    }

    int repeat() {
        if (repeat < 1) {
            throw Problem.usage("--repeat " + repeat + " can't be", "at least one pass is needed", "give 1 or more");
        }
        return repeat;
    }
}
