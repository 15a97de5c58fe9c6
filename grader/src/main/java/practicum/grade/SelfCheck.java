package practicum.grade;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import practicum.answer.AnswerException;
import practicum.answer.Expectations;
import practicum.answer.Variant;
import practicum.build.Release;
import practicum.check.Attempt;
import practicum.check.Grading;
import practicum.check.Result;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookReader;
import practicum.release.IssuedPracticum;
import practicum.release.Manifest;
import practicum.release.ReleasedPracticum;
import practicum.release.StudentRelease;
import practicum.runner.CellRunner;
import practicum.source.Project;

/**
 * What a student can know before handing in: their notebook graded by the grader's own engine, with the visible checks.
 *
 * @param result the verdict; what it calls points counts visible checks only
 * @param hidden per exercise how many hidden checks remain, by kind of comparison
 * @param ran the wall time of the notebook's cells here
 * @param slowest the wall time of the slowest of them
 * @param grading about how long grading will take here, hidden checks and start included
 */
public record SelfCheck(
        Result result, Map<String, Map<String, Integer>> hidden, Duration ran, Duration slowest, Duration grading) {
    /** Checks a notebook in processes of this kind. */
    public static SelfCheck of(Project project, Path file, Supplier<CellRunner> processes) {
        String shown = Objects.requireNonNull(file.getFileName()).toString();
        Notebook notebook = NotebookReader.read(file, shown);
        String stem = stem(notebook, shown);
        var released = released(project, stem);
        var issued = issued(project, stem);
        String student = issued.variants() == 0 ? "" : student(notebook, stem);
        String name = issued.variants() == 0
                ? stem
                : Variant.of(stem, student, issued.variants()).fileName();
        var practicum = ReleasedPracticum.of(released, expectations(project, name), issued, student);
        var timing = new Timing();
        long start = System.nanoTime();
        var attempt = Attempt.of(practicum.practicum(), notebook);
        var result = Grading.of(practicum.practicum(), practicum.key(), timing.of(processes))
                .grade(attempt);
        var took = Duration.ofNanos(System.nanoTime() - start);
        int hidden = issued.hidden().values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        int visible = Math.max(1, practicum.practicum().checks().size());
        var more = timing.allCells()
                .multipliedBy(hidden)
                .dividedBy(Math.max(visible, timing.cells().size()));
        return new SelfCheck(result, issued.hidden(), timing.allCells(), timing.slowest(), took.plus(more));
    }

    /** The practicum that a notebook says it is of. */
    public static String stem(Notebook notebook, String shown) {
        if (notebook.metadata().get("practicum") instanceof JsonObject own
                && own.get("stem") instanceof JsonPrimitive stem
                && stem.getAsString().matches("[0-9A-Za-z_-]{1,100}")) {
            return stem.getAsString();
        }
        throw new GradeException(shown + " does not say which practicum it is of: its metadata has no"
                + " \"practicum\". Start from the released notebook, and take your work over with ./practicum move.");
    }

    /** Who the notebook says it is of; the grader will know that better, and here it is all that is known. */
    private static String student(Notebook notebook, String stem) {
        var call = Pattern.compile("\\bpracticum\\s*\\(\\s*\"" + Pattern.quote(stem) + "\"\\s*,\\s*\"([^\"\\n]+)\"");
        return notebook.cells().stream()
                .filter(cell -> cell.kind() == NotebookCell.Kind.CODE)
                .flatMap(cell -> call.matcher(cell.source()).results())
                .map(found -> found.group(1))
                .filter(id -> !id.isBlank())
                .findFirst()
                .orElseThrow(() -> new GradeException("Your numbers depend on your student id. Write it between the"
                        + " quotes in the notebook's first code cell, practicum(\"" + stem + "\", \"…\", …)."));
    }

    private static IssuedPracticum issued(Project project, String stem) {
        if (!project.isRelease()) {
            return IssuedPracticum.of(project.practicum(known(project.stems(), stem)));
        }
        return Manifest.read(project.root().resolve(Manifest.FILE))
                .practicum(stem)
                .orElseThrow(() -> unknown(stem, issuedStems(project)));
    }

    /** The notebook as it was handed out. */
    public static Notebook released(Project project, String stem) {
        return project.isRelease()
                ? StudentRelease.pristine(project, known(issuedStems(project), stem))
                : Release.blank(project.practicum(known(project.stems(), stem)));
    }

    private static List<String> issuedStems(Project project) {
        return Manifest.read(project.root().resolve(Manifest.FILE)).practicums().stream()
                .map(IssuedPracticum::stem)
                .toList();
    }

    private static String known(List<String> stems, String stem) {
        if (!stems.contains(stem)) {
            throw unknown(stem, stems);
        }
        return stem;
    }

    private static GradeException unknown(String stem, List<String> stems) {
        return new GradeException(
                "The notebook is of " + stem + ", which is not here: there is " + String.join(", ", stems) + ".");
    }

    private static Expectations expectations(Project project, String name) {
        Path file = Release.expectedFile(project, name);
        try {
            return Expectations.read(file);
        } catch (IOException | AnswerException e) {
            throw new GradeException(project.show(file) + " cannot be read (" + e.getMessage() + "). "
                    + (project.isRelease() ? "Unpack the release again." : "Run ./practicum build."));
        }
    }
}
