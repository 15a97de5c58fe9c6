package practicum.check;

import practicum.source.Cell;

/**
 * One cell of a run, with the role that the release gives it.
 */
sealed interface Step {
    String id();

    String code();

    /** A cell that is only run. */
    record Plain(String id, String code) implements Step {}

    /** An exercise, as the student or the instructor solved it. */
    record Solved(String id, Cell.Exercise exercise, String code) implements Step {}

    /** A check, always with the release's code. */
    record Asked(String id, Cell.Check check) implements Step {
        @Override
        public String code() {
            return check.code();
        }
    }
}
