package practicum.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * One practicum: what its source says, checked.
 *
 * @param file the source as a message shows it
 * @param stem the name that its files share, {@code NN_name}
 * @param about its front matter
 * @param cells its parts, in order
 */
public record Practicum(String file, String stem, FrontMatter about, List<Cell> cells) {
    /** The cells are copied. */
    public Practicum {
        cells = List.copyOf(cells);
    }

    /** The exercises, in order. */
    public List<Cell.Exercise> exercises() {
        return all(Cell.Exercise.class).toList();
    }

    /** The exercise of this id. */
    public Cell.Exercise exercise(String id) {
        return all(Cell.Exercise.class)
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No exercise \"" + id + "\" in " + file + "."));
    }

    /** All checks, in order. */
    public List<Cell.Check> checks() {
        return all(Cell.Check.class).toList();
    }

    /** The checks of an exercise that students see. */
    public List<Cell.Check> visibleChecks(String exercise) {
        return checks(exercise).filter(check -> !check.hidden()).toList();
    }

    /** The checks of an exercise that students do not see. */
    public List<Cell.Check> hiddenChecks(String exercise) {
        return checks(exercise).filter(Cell.Check::hidden).toList();
    }

    /** The named wrong solutions of an exercise. */
    public List<Cell.Mistake> mistakes(String exercise) {
        return all(Cell.Mistake.class)
                .filter(mistake -> mistake.exercise().equals(exercise))
                .toList();
    }

    /** The questions answered in words. */
    public List<Cell.Written> written() {
        return all(Cell.Written.class).toList();
    }

    /** What the practicum is worth, written answers included. */
    public double points() {
        return all(Cell.Graded.class).mapToDouble(Cell.Graded::points).sum();
    }

    private Stream<Cell.Check> checks(String exercise) {
        return all(Cell.Check.class).filter(check -> check.exercise().equals(exercise));
    }

    private <T> Stream<T> all(Class<T> kind) {
        return cells.stream().filter(kind::isInstance).map(kind::cast);
    }
}
