package practicum.build;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookException;
import practicum.nbformat.NotebookReader;
import practicum.source.Practicum;
import practicum.source.Project;

/**
 * Tells which committed files of a practicum differ from what a build would write, in a moment, without running a cell.
 *
 * <p>The students' notebook is compared byte for byte. The executed notebook is compared cell by cell, outputs aside, and
 * carries the digests of the source and of the expectations of its build; so a changed source, a file changed by hand,
 * or a file of another build is noticed. That the expected values are still what the library computes only a run can
 * tell, and {@code verify} does.
 */
public final class Staleness {
    private static final Set<String> DIGESTS = Set.of("source_sha256", "expected_sha256");

    private final Project project;
    private final Practicum practicum;
    private final List<String> found = new ArrayList<>();

    private Staleness(Project project, Practicum practicum) {
        this.project = project;
        this.practicum = practicum;
    }

    /** What is not current, one sentence for each file; empty where all is. */
    public static List<String> of(Project project, Practicum practicum) {
        Staleness staleness = new Staleness(project, practicum);
        staleness.student();
        staleness.solution();
        Release.leftOver(project, practicum)
                .forEach(file -> staleness.stale(file, "is of a variant that there is no more"));
        return List.copyOf(staleness.found);
    }

    private void student() {
        Path file = Release.studentFile(project, practicum.stem());
        Optional<String> text = read(file);
        if (text.isPresent() && !text.get().equals(Release.student(practicum))) {
            stale(file, "is not what its source makes now");
        }
    }

    private void solution() {
        Path file = Release.solutionFile(project, practicum.stem());
        List<Path> expectedFiles = Release.expectedFiles(project, practicum);
        Optional<String> expected = expectedFiles.stream()
                .map(this::read)
                .reduce(Optional.of(""), (all, next) -> all.flatMap(before -> next.map(text -> before + text)));
        Optional<String> text = read(file);
        if (text.isEmpty() || expected.isEmpty()) {
            return;
        }
        Provenance now = Provenance.of(practicum, expected.get());
        try {
            Notebook notebook = NotebookReader.parse(text.get(), project.show(file));
            Notebook plain = SolutionNotebook.of(practicum);
            if (!digest(notebook, "source_sha256").equals(now.source())
                    || !withoutDigests(notebook).equals(plain.metadata())
                    || !withoutOutputs(notebook).equals(plain.cells())) {
                stale(file, "was made from another source");
            } else if (hasNotRun(notebook)) {
                stale(file, "has not been executed");
            } else if (!digest(notebook, "expected_sha256").equals(now.expected())) {
                stale(expectedFiles.get(0), "is not of the build that made " + project.show(file));
            }
        } catch (NotebookException e) {
            stale(file, "cannot be read: " + e.getMessage());
        }
    }

    private static List<NotebookCell> withoutOutputs(Notebook notebook) {
        return notebook.cells().stream().map(cell -> cell.ran(0, List.of())).toList();
    }

    private static boolean hasNotRun(Notebook notebook) {
        return notebook.cells().stream()
                .anyMatch(cell -> cell.kind() == NotebookCell.Kind.CODE && cell.executionCount() == 0);
    }

    private static JsonObject withoutDigests(Notebook notebook) {
        JsonObject metadata = notebook.metadata().deepCopy();
        if (metadata.get("practicum") instanceof JsonObject own) {
            DIGESTS.forEach(own::remove);
        }
        return metadata;
    }

    private static String digest(Notebook notebook, String name) {
        return notebook.metadata().get("practicum") instanceof JsonObject own && own.has(name)
                ? own.get(name).getAsString()
                : "";
    }

    private Optional<String> read(Path file) {
        if (!Files.exists(file)) {
            stale(file, "is missing");
            return Optional.empty();
        }
        try {
            // A checkout on Windows may have turned the line ends.
            return Optional.of(Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ".", e);
        }
    }

    private void stale(Path file, String why) {
        String sentence = project.show(file) + " " + why + ".";
        if (!found.contains(sentence)) {
            found.add(sentence);
        }
    }
}
