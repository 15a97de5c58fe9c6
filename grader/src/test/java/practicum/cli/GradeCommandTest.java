package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import practicum.source.Project;

/** Wrong uses of the command: each is told with its remedy, and nothing is written. */
final class GradeCommandTest {
    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    private int grade(String... arguments) {
        var all = Stream.concat(Stream.of("grade"), Stream.of(arguments)).toArray(String[]::new);
        return new CommandLine(new Main())
                .setErr(new PrintWriter(errors, true))
                .setExecutionExceptionHandler(new ErrorMessages())
                .execute(all);
    }

    private String inbox() throws Exception {
        return Files.createDirectories(folder.resolve("inbox/ada")).getParent().toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private static String known() {
        return Project.find().stems().get(0);
    }

    @Test
    void anUnknownPracticumIsToldWithTheKnownOnes() throws Exception {
        assertThat(grade("77", "--submissions", inbox(), "--out", out())).isEqualTo(2);
        assertThat(errors.toString()).contains("No practicum 77", known());
    }

    @Test
    void aFolderThatIsNotThereIsToldWithWhatItShouldHold() {
        assertThat(grade(known(), "--submissions", folder.resolve("no").toString(), "--out", out()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("There is no folder", known() + ".ipynb");
    }

    @Test
    void anEmptyFolderIsTold() throws Exception {
        assertThat(grade(known(), "--submissions", folder.toString(), "--out", out()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("No student has a folder");
    }

    @Test
    void resultsAmongTheSubmissionsOrInAFileAreRefused() throws Exception {
        assertThat(grade(known(), "--submissions", inbox(), "--out", inbox() + "/out"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("among the submissions");
        var file = Files.writeString(folder.resolve("file"), "").toString();
        assertThat(grade(known(), "--submissions", inbox(), "--out", file)).isEqualTo(2);
        assertThat(errors.toString()).contains("is no folder");
    }

    @Test
    void numbersThatCannotBeAreRefused() throws Exception {
        for (var wrong : List.of(List.of("--jobs", "0"), List.of("--timeout", "0"), List.of("--due", "Sunday"))) {
            assertThat(grade(known(), "--submissions", inbox(), "--out", out(), wrong.get(0), wrong.get(1)))
                    .isEqualTo(2);
            assertThat(errors.toString()).contains(wrong.get(0));
        }
        assertThat(Path.of(out())).doesNotExist();
    }
}
