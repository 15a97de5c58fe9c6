package practicum.build;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookWriter;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.source.Project;

/**
 * The files that are made from one practicum's source, as texts.
 *
 * @param student the students' notebook
 * @param expected the expectations beside it
 * @param solution the instructors' notebook, with its outputs
 */
public record Release(String student, String expected, String solution) {
    /** Where the three files lie in a course, with their texts. */
    public Map<Path, String> files(Project project, String stem) {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(studentFile(project, stem), student);
        files.put(expectedFile(project, stem), expected);
        files.put(solutionFile(project, stem), solution);
        return files;
    }

    /** The students' notebook. */
    public static Path studentFile(Project project, String stem) {
        return project.notebooks().resolve(stem + ".ipynb");
    }

    /** The expectations beside the students' notebook. */
    public static Path expectedFile(Project project, String stem) {
        return project.expected().resolve(stem + ".json");
    }

    /** The instructors' notebook. */
    public static Path solutionFile(Project project, String stem) {
        return project.solutions().resolve(stem + ".ipynb");
    }

    /** The students' notebook of a practicum, as text; nothing needs to run for it. */
    public static String student(Practicum practicum) {
        return NotebookWriter.write(blank(practicum));
    }

    /** The students' notebook of a practicum: what a student hands in who has not begun. */
    public static Notebook blank(Practicum practicum) {
        return StudentNotebook.of(practicum);
    }

    /** What a student hands in who writes the instructor's own solution. */
    public static Notebook solved(Practicum practicum) {
        Map<String, String> solutions =
                practicum.exercises().stream().collect(Collectors.toMap(Cell.Exercise::gradeId, Cell.Exercise::code));
        Notebook blank = blank(practicum);
        return new Notebook(
                blank.metadata(),
                blank.cells().stream()
                        .map(cell -> cell.withSource(solutions.getOrDefault(cell.id(), cell.source())))
                        .toList());
    }

    /** The instructors' notebook with the outputs of a run, and the digests that tell whether it is current. */
    static String solution(Practicum practicum, Run run, String expected) {
        Notebook plain = SolutionNotebook.of(practicum);
        JsonObject metadata = plain.metadata();
        Provenance.of(practicum, expected).addTo(metadata);
        return NotebookWriter.write(new Notebook(
                metadata, plain.cells().stream().map(cell -> ran(cell, run)).toList()));
    }

    private static NotebookCell ran(NotebookCell cell, Run run) {
        for (int i = 0; i < run.steps().size(); i++) {
            Ran ran = run.steps().get(i);
            if (ran.step().id().equals(cell.id())) {
                return cell.ran(i + 1, ran.outcome().outputs());
            }
        }
        return cell;
    }
}
