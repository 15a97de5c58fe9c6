package practicum.release;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import practicum.answer.Expectations;
import practicum.answer.Value;
import practicum.check.AnswerKey;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.source.Cell;
import practicum.source.Difficulty;
import practicum.source.FrontMatter;
import practicum.source.Practicum;

/**
 * A practicum as far as a student has it: what the released notebook and the visible expectations tell. It is graded by
 * the same engine as a submission, and every check of it is visible.
 *
 * @param practicum its cells
 * @param key the visible checks' answers
 */
public record ReleasedPracticum(Practicum practicum, AnswerKey key) {
    /** The cell that every students' notebook gets beside its source's. */
    private static final String SETUP = "setup";

    /**
     * Reads one.
     *
     * @param student whose numbers the expectations are, where there are variants
     */
    public static ReleasedPracticum of(
            Notebook pristine, Expectations expectations, IssuedPracticum issued, String student) {
        var cells = new ArrayList<Cell>();
        for (NotebookCell cell : pristine.cells()) {
            if (!cell.id().equals(SETUP)) {
                cells.add(cell(cell, expectations, issued));
            }
        }
        var about = new FrontMatter(issued.title(), number(issued.stem()), "", 0, 0, issued.variants());
        var practicum = new Practicum(issued.stem() + ".ipynb", issued.stem(), about, cells).of(student);
        return new ReleasedPracticum(practicum, key(expectations));
    }

    private static Cell cell(NotebookCell cell, Expectations expectations, IssuedPracticum issued) {
        var role = cell.metadata().get("nbgrader") instanceof JsonObject nbgrader ? nbgrader : new JsonObject();
        boolean grade = isTrue(role, "grade");
        boolean solution = isTrue(role, "solution");
        if (grade && solution) {
            double points = role.get("points").getAsDouble();
            return new Cell.Written(0, cell.id(), points, List.of(), cell.source());
        } else if (solution) {
            var exercise = expectations
                    .exercise(cell.id())
                    .orElseThrow(() -> new ReleaseException(
                            "The expectations do not know the exercise " + cell.id() + ". Unpack the release again."));
            return new Cell.Exercise(
                    0,
                    exercise.id(),
                    exercise.points(),
                    0,
                    Difficulty.MEDIUM,
                    exercise.hint(),
                    "",
                    false,
                    forbids(issued, exercise.id()),
                    cell.source());
        } else if (grade) {
            return check(cell, expectations, issued);
        }
        return cell.kind() == NotebookCell.Kind.CODE
                ? new Cell.Demo(0, cell.id(), List.of(), cell.source())
                : new Cell.Prose(0, cell.source());
    }

    private static Cell check(NotebookCell cell, Expectations expectations, IssuedPracticum issued) {
        var check = expectations.checks().stream()
                .filter(each -> each.id().replace('.', '_').equals(cell.id()))
                .findFirst()
                .orElseThrow(() -> new ReleaseException(
                        "The expectations do not know the check " + cell.id() + ". Unpack the release again."));
        var after = issued.after().getOrDefault(check.id(), List.of());
        return new Cell.Check(
                0,
                check.exercise(),
                check.id(),
                false,
                check.compare(),
                1,
                OptionalDouble.empty(),
                false,
                "",
                forbids(issued, check.id()),
                after,
                cell.source());
    }

    private static List<String> forbids(IssuedPracticum issued, String id) {
        return issued.forbids().getOrDefault(id, List.of());
    }

    /** Every wrong answer is one of a mistake that only this check knows. */
    private static AnswerKey key(Expectations expectations) {
        var expected = new LinkedHashMap<String, Value>();
        var mistakes = new ArrayList<AnswerKey.Mistake>();
        for (Expectations.Check check : expectations.checks()) {
            expected.put(check.id(), check.expected());
            for (Expectations.Mistake mistake : check.mistakes()) {
                String id = check.id() + ".mistake-" + (mistakes.size() + 1);
                mistakes.add(new AnswerKey.Mistake(
                        id, check.exercise(), mistake.says(), Map.of(check.id(), mistake.value())));
            }
        }
        return new AnswerKey(expectations.stem(), expected, mistakes);
    }

    private static boolean isTrue(JsonObject role, String name) {
        return role.get(name) instanceof JsonPrimitive truth && truth.isBoolean() && truth.getAsBoolean();
    }

    private static int number(String stem) {
        String digits = stem.replaceFirst("_.*", "");
        return digits.matches("\\d+") ? Integer.parseInt(digits) : 0;
    }
}
