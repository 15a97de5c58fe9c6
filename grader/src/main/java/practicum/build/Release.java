package practicum.build;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param expected the expectations beside it; where there are variants, those of the first
 * @param solution the instructors' notebook, with its outputs
 * @param others the expectations of the other variants, by the names of their files without the ending
 */
public record Release(String student, String expected, String solution, Map<String, String> others) {
    /** The other variants' expectations are copied. */
    public Release {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Where the files lie in a course, with their texts. */
    public Map<Path, String> files(Project project, Practicum practicum) {
        String stem = practicum.stem();
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(studentFile(project, stem), student);
        files.put(expectedFile(project, practicum.in(0).expectedName()), expected);
        others.forEach((name, text) -> files.put(expectedFile(project, name), text));
        files.put(solutionFile(project, stem), solution);
        return files;
    }

    /** The students' notebook. */
    public static Path studentFile(Project project, String stem) {
        return project.notebooks().resolve(stem + ".ipynb");
    }

    /** The expectations beside the students' notebook, by their {@linkplain Practicum#expectedName name}. */
    public static Path expectedFile(Project project, String name) {
        return project.expected().resolve(name + ".json");
    }

    /** The expectations of all variants beside the students' notebook. */
    public static List<Path> expectedFiles(Project project, Practicum practicum) {
        return practicum.variants().stream()
                .map(variant -> expectedFile(project, variant.expectedName()))
                .toList();
    }

    /** Expectations of variants that the practicum had once and has no more. */
    public static List<Path> leftOver(Project project, Practicum practicum) {
        if (!Files.isDirectory(project.expected())) {
            return List.of();
        }
        Pattern own = Pattern.compile(Pattern.quote(practicum.stem()) + "(-\\d+)?\\.json");
        List<Path> current = expectedFiles(project, practicum);
        try (Stream<Path> files = Files.list(project.expected())) {
            return files.filter(
                            file -> own.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !current.contains(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + project.expected() + ".", e);
        }
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
