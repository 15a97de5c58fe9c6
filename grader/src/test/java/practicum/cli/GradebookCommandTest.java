package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class GradebookCommandTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private int gradebook(String... arguments) {
        var all = new ArrayList<>(List.of("gradebook"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--out", folder.toString()));
        return new CommandLine(new Main())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .setExecutionExceptionHandler(new ErrorMessages())
                .execute(all.toArray(new String[0]));
    }

    @Test
    void policyExtensionNamesAndCommentsAreKeptAndInTheHistory() throws Exception {
        assertThat(gradebook("policy", "1")).isZero();
        assertThat(said.toString()).contains("no due time", "the last attempt counts");
        assertThat(gradebook(
                        "policy",
                        "1",
                        "--due",
                        "2026-11-20T23:59",
                        "--per-day",
                        "10%",
                        "--none-after",
                        "5",
                        "--counts",
                        "best"))
                .isZero();
        assertThat(said.toString()).contains("10 % of the points a day are lost, all after 5 days; the best attempt");
        assertThat(gradebook("extend", "1", "ada", "--until", "2026-12-01T12:00"))
                .isZero();
        assertThat(gradebook("comment", "1", "Well done.", "--to", "ada")).isZero();
        var roster = Files.writeString(folder.resolve("roster.csv"), "id,name\nada,\"Lovelace, Ada\"\n");
        assertThat(gradebook("roster", roster.toString())).isZero();
        assertThat(gradebook("show", "1")).isZero();
        assertThat(gradebook("history")).isZero();
        assertThat(said.toString()).contains(" policy ", " extended ada ", " commented ada ", "Took over 1 students");
    }

    @Test
    void whatAPolicyIsNotToldStaysAsItIs() {
        gradebook("policy", "1", "--due", "2026-11-20T23:59", "--per-day", "1", "--none-after", "5");
        said.getBuffer().setLength(0);
        assertThat(gradebook("policy", "1", "--grace", "10", "--counts", "best"))
                .isZero();
        assertThat(said.toString())
                .contains(
                        ": due 2026-11-",
                        "10 minutes of grace, then 1 point a day is lost, all after 5 days; the best");
        said.getBuffer().setLength(0);
        assertThat(gradebook("policy", "1", "--due", "none", "--none-after", "none"))
                .isZero();
        assertThat(said.toString()).contains("no due time, 10 minutes of grace, then 1 point a day is lost; the best");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThat(gradebook("show", "1")).isEqualTo(2);
        assertThat(gradebook("policy", "1", "--counts", "worst")).isEqualTo(2);
        assertThat(gradebook("policy", "1", "--per-day", "much")).isEqualTo(2);
        assertThat(gradebook("policy", "1", "--due", "Friday")).isEqualTo(2);
        assertThat(gradebook("policy", "1", "--none-after", "-1")).isEqualTo(2);
        assertThat(gradebook("policy", "1", "--grace", "-5")).isEqualTo(2);
        assertThat(folder.resolve("out/gradebook.db")).doesNotExist();
        assertThat(gradebook("policy", "1")).isZero();
        assertThat(gradebook("comment", "1", "For whom?")).isEqualTo(2);
        assertThat(gradebook("comment", "1", "For nobody.", "--to", "adda")).isEqualTo(2);
        assertThat(gradebook("comment", "1", "For nobody.", "--on", "check=0123"))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains(
                        "There is no gradebook",
                        "give last or best",
                        "give points",
                        "give a time",
                        "give a number of days",
                        "no negative numbers",
                        "Say whom it is for",
                        "no student adda",
                        "Nobody gave the answer check=0123");
    }
}
