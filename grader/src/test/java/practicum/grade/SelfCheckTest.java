package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.build.Release;
import practicum.check.CheckResult.Outcome;
import practicum.check.PretendKernel;
import practicum.check.SmallPracticum;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookWriter;
import practicum.release.SmallCourses;
import practicum.source.Project;

/** What a student is told before handing in, in the course and in an unpacked release. */
final class SelfCheckTest {
    @TempDir
    Path folder;

    @Test
    void inTheCourseAndInAReleaseAStudentLearnsTheSame() throws IOException {
        var course = SmallCourses.built(folder.resolve("course"));
        var release = SmallCourses.released(course, folder.resolve("release"));
        var blank = Release.blank(SmallPracticum.get());
        var mine = new Notebook(
                blank.metadata(),
                blank.cells().stream()
                        .map(cell -> cell.id().equals("plus") ? cell.withSource(SmallClass.TIMES) : cell)
                        .filter(cell -> !cell.id().equals("scores_row"))
                        .toList());
        Path file = Files.writeString(folder.resolve("mine.ipynb"), NotebookWriter.write(mine));
        for (Project project : new Project[] {course, release}) {
            var check = SelfCheck.of(project, file, () -> new PretendKernel(1));
            assertThat(check.result().checks())
                    .extracting(each -> each.id() + " " + each.outcome())
                    .containsExactly(
                            "plus.small " + Outcome.FAILED,
                            "plus.same " + Outcome.SKIPPED,
                            "scores.row " + Outcome.FAILED);
            assertThat(check.result().flags()).extracting(Object::toString).contains("MISSING_CELL(scores_row)");
            assertThat(check.hidden()).containsOnlyKeys("plus", "scores");
            assertThat(check.grading()).isGreaterThan(check.ran());
        }
    }

    @Test
    void whereEverybodyHasOtherNumbersTheNotebookHasToSayWhose() throws IOException {
        var course = SmallCourses.built(folder.resolve("course"));
        Path source = course.source(SmallClass.STEM);
        Files.writeString(source, SmallPracticum.SOURCE.replace("number: 3", "number: 3\nvariants: 2"));
        Path expected = course.expected().resolve(SmallClass.STEM + ".json");
        for (int variant = 0; variant < 2; variant++) {
            Files.copy(expected, course.expected().resolve(SmallClass.STEM + "-" + variant + ".json"));
        }
        var practicum = course.practicum(SmallClass.STEM);
        Path file = Files.writeString(folder.resolve("mine.ipynb"), Release.student(practicum));
        for (Project project : new Project[] {course, SmallCourses.released(course, folder.resolve("release"))}) {
            assertThatThrownBy(() -> SelfCheck.of(project, file, () -> new PretendKernel(0)))
                    .isInstanceOf(GradeException.class)
                    .hasMessageContaining("Write it between the quotes");
            String named = Release.student(practicum).replace("\\\"\\\"", "\\\"ada\\\"");
            Path mine = Files.writeString(folder.resolve("named.ipynb"), named);
            assertThat(SelfCheck.of(project, mine, () -> new PretendKernel(0))
                            .result()
                            .checks())
                    .hasSize(3);
        }
    }

    @Test
    void aNotebookOfSomethingElseIsRefusedInWords() throws IOException {
        var course = SmallCourses.built(folder.resolve("course"));
        Path file = Files.writeString(
                folder.resolve("other.ipynb"),
                NotebookWriter.write(new Notebook(new JsonObject(), java.util.List.of())));
        assertThatThrownBy(() -> SelfCheck.of(course, file, () -> new PretendKernel(0)))
                .isInstanceOf(GradeException.class)
                .hasMessageContaining("does not say which practicum");
        var own = new JsonObject();
        own.addProperty("stem", "../../etc");
        var metadata = new JsonObject();
        metadata.add("practicum", own);
        Files.writeString(file, NotebookWriter.write(new Notebook(metadata, java.util.List.of())));
        assertThatThrownBy(() -> SelfCheck.of(course, file, () -> new PretendKernel(0)))
                .isInstanceOf(GradeException.class);
    }
}
