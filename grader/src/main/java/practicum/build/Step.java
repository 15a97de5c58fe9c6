package practicum.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import practicum.source.Cell;
import practicum.source.CellIds;
import practicum.source.Practicum;

/**
 * One cell of a practicum that runs.
 *
 * @param id the id of its cell in the notebooks
 * @param code what runs
 * @param line the source's line, or 0 for the cell that the build adds
 * @param exercise the exercise that it is or checks; empty for a demo
 * @param answer the id of the answer that it hands over; empty where it is no check
 * @param hidden whether it is a hidden check
 */
record Step(String id, String code, int line, String exercise, String answer, boolean hidden) {
    /** The steps as grading takes them: all that students see from top to bottom, then the hidden checks. */
    static List<Step> of(Practicum practicum) {
        CellIds ids = new CellIds();
        List<Step> visible = new ArrayList<>();
        List<Step> hidden = new ArrayList<>();
        visible.add(new Step(StudentNotebook.SETUP, StudentNotebook.setup(practicum), 0, "", "", false));
        for (Cell cell : practicum.cells()) {
            String id = ids.of(cell);
            if (cell instanceof Cell.Demo demo) {
                visible.add(new Step(id, demo.code(), demo.line(), "", "", false));
            } else if (cell instanceof Cell.Exercise exercise) {
                visible.add(new Step(id, exercise.code(), exercise.line(), exercise.id(), "", false));
            } else if (cell instanceof Cell.Check check) {
                (check.hidden() ? hidden : visible)
                        .add(new Step(
                                id, check.code(), check.line(), check.exercise(), check.answer(), check.hidden()));
            }
        }
        visible.addAll(hidden);
        return visible;
    }

    /** Whether this is the cell that a student writes. */
    boolean isExercise() {
        return !exercise.isEmpty() && answer.isEmpty();
    }

    /** Whether this is a check. */
    boolean isCheck() {
        return !answer.isEmpty();
    }

    /** This step with other code. */
    Step with(String other) {
        return new Step(id, other, line, exercise, answer, hidden);
    }

    /** The exercise of this id among the steps. */
    static Optional<Step> exercise(List<Step> steps, String id) {
        return steps.stream()
                .filter(step -> step.isExercise() && step.exercise().equals(id))
                .findFirst();
    }
}
