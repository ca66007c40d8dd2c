package io.eddy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The README's table of commands has every command that is not hidden, with every option of its own. */
class CommandsTest {
    private static final Set<String> EVERYWHERE = Set.of("--help", "--version", "--verbose", "--set");

    @Test
    void everyCommandAndOptionIsInTheReadme() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        for (CommandLine command : Eddy.commandLine().getSubcommands().values()) {
            if (command.getCommandSpec().usageMessage().hidden()) {
                continue;
            }
            String rows = readme.stream()
                    .filter(line -> line.startsWith("| `" + command.getCommandName() + " "))
                    .collect(Collectors.joining());
            assertThat(command.getCommandSpec().options())
                    .map(OptionSpec::longestName)
                    .filteredOn(option -> !EVERYWHERE.contains(option))
                    .allSatisfy(option -> assertThat(rows).contains(option));
            assertThat(rows).isNotEmpty();
        }
    }
}
