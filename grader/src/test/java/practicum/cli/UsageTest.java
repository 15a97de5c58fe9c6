package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The launcher prints {@code usage.txt}, because before the first build there is no Java program to ask. */
final class UsageTest {
    @Test
    void theLaunchersListOfCommandsIsTheProgramsOwn() throws IOException {
        String now = new CommandLine(new Main()).getUsageMessage(Ansi.OFF);
        try (var file = Objects.requireNonNull(Main.class.getResourceAsStream("usage.txt"))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .as("grader/src/main/resources/practicum/cli/usage.txt must hold exactly this:%n%s", now)
                    .isEqualToNormalizingNewlines(now);
        }
    }
}
