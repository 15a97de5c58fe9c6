package practicum.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import practicum.build.Release;
import practicum.cli.Main;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.NotebookWriter;
import practicum.sandbox.Bubblewrap;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.source.Project;

/** Practicum 09 as it is on a Sunday night: six submissions, one command. */
class GradingTest {
    private static final Project PROJECT = Project.find();
    private static final String STEM = "09_inspecting_representations";

    private final Practicum practicum = PROJECT.practicum(STEM);
    private final Notebook blank = NotebookReader.read(Release.studentFile(PROJECT, STEM), STEM);
    private final Map<String, String> solved = Release.solved(practicum).cells().stream()
            .collect(Collectors.toMap(NotebookCell::id, NotebookCell::source));

    @TempDir
    private Path folder;

    @Test
    void everySubmissionGetsWhatItDeserves() throws IOException {
        assumeTrue(
                Bubblewrap.find().isPresent(),
                "Grading needs bubblewrap: apt-get install bubblewrap, or run ./practicum test.");
        Set<String> all = practicum.exercises().stream().map(Cell.Exercise::id).collect(Collectors.toSet());
        submit("perfect", filled(all, "lens", code -> code));
        submit("blank", blank);
        submit("half", filled(Set.of("kl", "decided", "translator", "gap"), "", code -> code));
        submit("shape", filled(Set.of("kl"), "kl", code -> code.replace(".sum(-1)", ".sum(-1).unsqueeze(0)")));
        submit("compile", filled(Set.of("kl", "gap"), "gap", code -> code.replace("return", "retrun")));
        submit("loop", filled(Set.of("kl", "decided"), "decided", code -> code + "\nwhile (true) {}"));

        int exit = new CommandLine(new Main())
                .execute("grade", "09", "--submissions", folder + "/in", "--out", folder + "/out", "--timeout", "20");

        assertThat(exit).isZero();
        Map<String, String[]> rows = grades();
        assertThat(rows).hasSize(6);
        assertThat(score(rows, "perfect")).isEqualTo(points(all));
        assertThat(score(rows, "blank")).isZero();
        assertThat(score(rows, "half")).isEqualTo(points(Set.of("kl", "decided", "translator", "gap")));
        assertThat(score(rows, "shape")).isZero();
        assertThat(score(rows, "compile")).isEqualTo(points(Set.of("kl")));
        assertThat(score(rows, "loop")).isGreaterThanOrEqualTo(points(Set.of("kl")));
        assertThat(rows.get("loop")[4]).isEqualTo("TIMEOUT");
        for (String student : rows.keySet()) {
            assertThat(folder.resolve("out/results/" + student + "/" + STEM + ".json"))
                    .exists();
            assertThat(folder.resolve("out/feedback/" + student + "/" + STEM + ".html"))
                    .exists();
        }
    }

    /** The release with some exercises solved, one of them edited. */
    private Notebook filled(Set<String> exercises, String edited, UnaryOperator<String> edit) {
        return new Notebook(
                blank.metadata(),
                blank.cells().stream()
                        .map(cell -> exercises.contains(cell.id())
                                ? cell.withSource(
                                        cell.id().equals(edited)
                                                ? edit.apply(solved.get(cell.id()))
                                                : solved.get(cell.id()))
                                : cell)
                        .toList());
    }

    private void submit(String student, Notebook notebook) throws IOException {
        Path file = folder.resolve("in/" + student + "/" + STEM + ".ipynb");
        Files.createDirectories(file.getParent());
        Files.writeString(file, NotebookWriter.write(notebook));
    }

    private double points(Set<String> exercises) {
        return practicum.exercises().stream()
                .filter(e -> exercises.contains(e.id()))
                .mapToDouble(Cell.Exercise::points)
                .sum();
    }

    private Map<String, String[]> grades() throws IOException {
        Map<String, String[]> rows = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("out/grades.csv"))) {
            String[] row = line.split(",");
            rows.put(row[0], row);
        }
        rows.remove("student");
        return rows;
    }

    private static double score(Map<String, String[]> rows, String student) {
        return Double.parseDouble(rows.get(student)[2]);
    }
}
