package practicum.live;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import practicum.build.Rehearsals;
import practicum.build.Release;
import practicum.build.Sessions;
import practicum.check.AnswerKey;
import practicum.check.Grading;
import practicum.grade.Batch;
import practicum.grade.Grader;
import practicum.grade.Inputs;
import practicum.grade.Lateness;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookWriter;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.source.Project;

/** Three students who hand in two exercises and one question of the ninth practicum. */
final class SmallClass {
    private static final Project PROJECT = Project.find();
    private static final Set<String> EXERCISES = Set.of("lens", "decided");
    static final Practicum PRACTICUM = shortened(PROJECT.practicum(PROJECT.stem("09")));

    /** For each student the mistakes that are made, by exercise and by the sentence that names them. */
    private static final Map<String, Map<String, String>> MISTAKES = Map.of(
            "ada", Map.of(),
            "ben", Map.of("lens", "as it is", "decided", "first layer that has the final word"),
            "cleo", Map.of("decided", "first layer that has the final word"));

    private static final Map<String, String> ANSWERS = Map.of(
            "ada",
            "Is the *job* of a person decided in the same layer as the city? I computed the curve of section 4 for all"
                    + " questions about jobs. The right job comes up after layer 3, as the city does. Control: with the"
                    + " answers of other people the curve stays flat. It could also be that the lens reads both kinds"
                    + " of words only there.",
            "ben",
            "I looked at where jobs are decided. It is layer 3, because the curve goes up there.");

    private SmallClass() {}

    /** Grades what all of them hand in; the results are in the folder that is answered. */
    static Path graded(Path folder) throws IOException {
        Path inbox = folder.resolve("inbox");
        for (String student : MISTAKES.keySet()) {
            Path file = Files.createDirectories(inbox.resolve(student)).resolve(PRACTICUM.stem() + ".ipynb");
            Files.writeString(file, notebook(student));
        }
        Sessions sessions = Sessions.forAuthors(PROJECT);
        Supplier<CellRunner> processes = () -> sessions.start(folder);
        AnswerKey key = AnswerKey.of(Rehearsals.forKeys(sessions).of(PRACTICUM, folder));
        Grader grader = new Grader(
                PRACTICUM,
                (student, each) -> Grading.of(PRACTICUM, key, each),
                processes,
                Optional.empty(),
                Optional.empty());
        Inputs inputs = Inputs.of(PRACTICUM, List.of(key), PROJECT.kernelClassPath(), "60 s a cell");
        Path out = folder.resolve("graded");
        new Batch(grader, inputs, "a test", Lateness.unsaid(), 1).grade(inbox, out);
        return out;
    }

    private static String notebook(String student) {
        Notebook solved = Release.solved(PRACTICUM);
        List<NotebookCell> cells = solved.cells().stream()
                .map(cell -> cell.withSource(source(cell, student)))
                .toList();
        return NotebookWriter.write(new Notebook(new JsonObject(), cells));
    }

    private static String source(NotebookCell cell, String student) {
        String wrong = MISTAKES.get(student).get(cell.id());
        if (wrong != null) {
            return PRACTICUM.mistakes(cell.id()).stream()
                    .filter(mistake -> mistake.says().contains(wrong))
                    .findFirst()
                    .orElseThrow()
                    .code();
        }
        return cell.id().equals("experiment") ? ANSWERS.getOrDefault(student, "") : cell.source();
    }

    /** What comes before the first exercise, two exercises, and the question. */
    private static Practicum shortened(Practicum whole) {
        int first = whole.cells().indexOf(whole.exercises().get(0));
        List<Cell> kept = whole.cells().stream()
                .filter(cell -> whole.cells().indexOf(cell) < first
                        || cell instanceof Cell.Written
                        || exercise(cell).filter(EXERCISES::contains).isPresent())
                .toList();
        return new Practicum(whole.file(), whole.stem(), whole.about(), kept, 0);
    }

    private static Optional<String> exercise(Cell cell) {
        if (cell instanceof Cell.Exercise exercise) {
            return Optional.of(exercise.id());
        } else if (cell instanceof Cell.Check check) {
            return Optional.of(check.exercise());
        }
        return cell instanceof Cell.Mistake mistake ? Optional.of(mistake.exercise()) : Optional.empty();
    }
}
