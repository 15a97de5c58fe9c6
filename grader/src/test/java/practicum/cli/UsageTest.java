package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        StringWriter says = new StringWriter();
        int status = new Main().commandLine().setOut(new PrintWriter(says)).execute(command, "--help");
        assertThat(status).isZero();
        assertThat(says.toString()).contains("Usage:").contains(command);
    }

    static Stream<String> commands() {
        return new CommandLine(new Main()).getSubcommands().keySet().stream();
    }
}
